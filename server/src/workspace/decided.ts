import { type Aliases, aliasesOf, noAliases, sameAliases } from '../facts/aliases';
import type { Orphaned, Ruling } from '../facts/rulings';
import { changedForms, type Corrections, noCorrections } from '../tag/corrections';
import { readDecisions } from './decisionLines';
import { correctionsOf, type Decision, decisionsPath, isRuling, lineOf, sameNamesOf } from './decisions';
import { type FileSystem, reasonToTell, type Skipped } from './fileSystem';
import { matcher } from './filter';
import { readText } from './read';

/** What a change of the decisions asks for. */
export interface Redecided {
  /** The forms whose reading changed, by `formKey`: documents that hold one are to be tagged again. */
  readonly forms: readonly string[];
  readonly aliasesChanged: boolean;
  readonly rulingsChanged: boolean;
  readonly trustChanged: boolean;
}

/** Something to tell of a line of a decisions file; lines from 0. */
export interface LineProblem {
  readonly location: string;
  readonly line: number;
  /** `broken`: the line says nothing. `orphaned`: what it speaks of is not there. */
  readonly kind: 'broken' | 'orphaned';
  readonly message: string;
}

interface Origin {
  readonly location: string;
  readonly line: number;
}

const longestShown = 60;

/**
 * The decisions of the workspace folders, as their files were last read or written. What was decided in any folder counts in all of
 * them: a name is a name. A file that is open in an editor counts as it is there.
 */
export class Decided {
  /** As saved, by location; without those that are not there. */
  private texts = new Map<string, string>();
  private readonly buffers = new Map<string, string>();
  private unreadable: readonly Skipped[] = [];
  private broken: LineProblem[] = [];
  private ruled: readonly Ruling[] = [];
  /** By the line as we write it. */
  private origins = new Map<string, Origin>();
  private all: readonly Decision[] = [];
  private saidOfForms: Corrections = noCorrections;
  private saidOfNames: Aliases = noAliases;
  private saidOfClaims = '';
  private trusted: readonly string[] = [];
  private isTrusted: (path: string) => boolean = () => false;

  /** Names that are one and the same by other files than ours. */
  private shared: readonly (readonly string[])[] = [];

  constructor(private readonly fs: FileSystem) {}

  get corrections(): Corrections {
    return this.saidOfForms;
  }

  get aliases(): Aliases {
    return this.saidOfNames;
  }

  /** All of them, folder by folder in the order of their lines. */
  get decisions(): readonly Decision[] {
    return this.all;
  }

  get rulings(): readonly Ruling[] {
    return this.ruled;
  }

  /** The files that could not be read, and why. */
  get skipped(): readonly Skipped[] {
    return this.unreadable;
  }

  /** Is a document named first? `path` is inside its folder. */
  trusts(path: string): boolean {
    return this.isTrusted(path);
  }

  /** The lines that say nothing, and those whose rulings have lost what they speak of. */
  problems(orphans: readonly Orphaned[]): LineProblem[] {
    const lost = orphans.flatMap(({ ruling, anchor, why }): LineProblem[] => {
      const origin = this.origins.get(lineOf(ruling));
      const words = anchor.quote.length <= longestShown ? anchor.quote : `${anchor.quote.slice(0, longestShown - 1)}…`;
      const message =
        why === 'gone'
          ? `This decision has no effect: “${words}” (${anchor.file}) no longer stands anywhere in these surroundings.`
          : `This decision has no effect: “${words}” (${anchor.file}) stands in several places with the same surroundings.`;
      return origin ? [{ ...origin, kind: 'orphaned', message }] : [];
    });
    return [...this.broken, ...lost].sort((a, b) =>
      a.location === b.location ? a.line - b.line : a.location < b.location ? -1 : 1,
    );
  }

  /** Is it a decisions file, or a folder that holds one? `path` is the path inside a workspace folder. */
  concerns(path: string): boolean {
    return path === decisionsPath || decisionsPath.startsWith(`${path}/`);
  }

  locationIn(folder: string): string {
    return decisionsPath.split('/').reduce((location, name) => this.fs.join(location, name), folder);
  }

  /** The location of the `.gitattributes` beside a decisions file. */
  attributesBeside(location: string): string {
    return location.replace(/[^/\\]*$/, '.gitattributes');
  }

  /** Reads the files of all folders anew; a folder without one has no decisions. */
  async read(folders: readonly string[]): Promise<Redecided> {
    const texts = new Map<string, string>();
    const unreadable: Skipped[] = [];
    for (const folder of folders) {
      const location = this.locationIn(folder);
      const read = await readText(this.fs, location).catch((error: unknown) => ({ skipped: reasonToTell(error) }));
      if ('text' in read) texts.set(location, read.text);
      else if (read.skipped !== null) unreadable.push({ location, reason: read.skipped });
    }
    this.texts = texts;
    this.unreadable = unreadable;
    return this.update();
  }

  /** Is there a file of ours? An editor may keep the buffer of one that was deleted, and a server that starts anew is told of it again. */
  isThere(location: string): boolean {
    return this.texts.has(location);
  }

  /** From now on these names are one and the same too, whatever the decisions say. */
  share(sameNames: readonly (readonly string[])[]): Redecided {
    this.shared = sameNames;
    return this.update();
  }

  /** A file says this now. */
  wrote(location: string, text: string): Redecided {
    this.texts.set(location, text);
    return this.update();
  }

  /** A file is open in an editor and says this there; null: it was closed. */
  showed(location: string, text: string | null): Redecided {
    if (text === null) this.buffers.delete(location);
    else this.buffers.set(location, text);
    return this.update();
  }

  /** The files that hold a decision on just this. */
  holding(isIt: (decision: Decision) => boolean): string[] {
    return [...this.texts.keys()].filter((location) =>
      readDecisions(this.textOf(location)).decisions.some(({ decision }) => isIt(decision)),
    );
  }

  private textOf(location: string): string {
    return this.buffers.get(location) ?? this.texts.get(location) ?? '';
  }

  private update(): Redecided {
    const decisions: Decision[] = [];
    this.broken = [];
    this.origins = new Map();
    for (const location of this.texts.keys()) {
      const read = readDecisions(this.textOf(location));
      for (const { line, decision } of read.decisions) {
        decisions.push(decision);
        if (isRuling(decision)) this.origins.set(lineOf(decision), { location, line });
      }
      for (const { line, reason } of read.broken) {
        this.broken.push({ location, line, kind: 'broken', message: `This line was left out: ${reason}.` });
      }
    }
    return this.compare(decisions);
  }

  private compare(decisions: readonly Decision[]): Redecided {
    const corrections = correctionsOf(decisions);
    const aliases = aliasesOf([...this.shared, ...sameNamesOf(decisions)]);
    const rulings = decisions.filter(isRuling);
    const claims = rulings.map(lineOf).join('\n');
    const trusted = decisions.flatMap((decision) => (decision.kind === 'trusted' ? [decision.files] : []));
    const redecided = {
      forms: changedForms(this.saidOfForms, corrections),
      aliasesChanged: !sameAliases(this.saidOfNames, aliases),
      rulingsChanged: claims !== this.saidOfClaims,
      trustChanged: trusted.join('\n') !== this.trusted.join('\n'),
    };
    this.all = decisions;
    this.ruled = rulings;
    this.saidOfForms = corrections;
    this.saidOfNames = aliases;
    this.saidOfClaims = claims;
    this.trusted = trusted;
    if (redecided.trustChanged) this.isTrusted = trustedBy(trusted);
    return redecided;
  }
}

/** Tells of a path inside a folder whether one of the globs names it. */
export function trustedBy(globs: readonly string[]): (path: string) => boolean {
  const matches = matcher(globs);
  return (path) => globs.includes(path) || matches(path); // a file may be called a[1].txt
}
