import { type Aliases, aliasesOf, noAliases, sameAliases } from '../facts/aliases';
import { changedForms, type Corrections, noCorrections } from '../tag/corrections';
import { correctionsOf, decisionsPath, type NameDecision, readDecisions, sameNamesOf, withDecision } from './decisions';
import { type FileSystem, reasonToTell, type Skipped } from './fileSystem';
import { readText } from './read';

/** What a change of the decisions asks for. */
export interface Redecided {
  /** The forms whose reading changed, by `formKey`: documents that hold one are to be tagged again. */
  readonly forms: readonly string[];
  readonly aliasesChanged: boolean;
}

/**
 * The decisions of the workspace folders, as their files were last read or written. What was decided in any folder counts in all of
 * them: a name is a name.
 */
export class Decided {
  private texts = new Map<string, string>();
  private unreadable: readonly Skipped[] = [];
  private senseless: readonly Skipped[] = [];
  private saidOfForms: Corrections = noCorrections;
  private saidOfNames: Aliases = noAliases;

  constructor(private readonly fs: FileSystem) {}

  get corrections(): Corrections {
    return this.saidOfForms;
  }

  get aliases(): Aliases {
    return this.saidOfNames;
  }

  /** What of the files could not be taken in, and why. */
  get skipped(): readonly Skipped[] {
    return [...this.unreadable, ...this.senseless];
  }

  /** Is it a decisions file, or a folder that holds one? `path` is the path inside a workspace folder. */
  concerns(path: string): boolean {
    return path === decisionsPath || decisionsPath.startsWith(`${path}/`);
  }

  locationIn(folder: string): string {
    return decisionsPath.split('/').reduce((location, name) => this.fs.join(location, name), folder);
  }

  /** Reads the files of all folders anew; a folder without one has no decisions. */
  async read(folders: readonly string[]): Promise<Redecided> {
    const texts = new Map<string, string>();
    const unreadable: Skipped[] = [];
    for (const folder of folders) {
      const location = this.locationIn(folder);
      const read = await readText(this.fs, location).catch((error: unknown) => ({ skipped: reasonToTell(error) }));
      texts.set(folder, 'text' in read ? read.text : '');
      if ('skipped' in read && read.skipped !== null) unreadable.push({ location, reason: read.skipped });
    }
    this.texts = texts;
    this.unreadable = unreadable;
    return this.update();
  }

  /** A folder's file says this now. */
  write(folder: string, text: string): Redecided {
    this.texts.set(folder, text);
    return this.update();
  }

  /** The text of a folder's file with one more decision, or why it cannot have one. Nothing is decided by it yet. */
  textWith(folder: string, decision: NameDecision): { text: string } | { refused: string } {
    const location = this.locationIn(folder);
    const closed = this.unreadable.find((skipped) => skipped.location === location);
    if (closed) return { refused: `${decisionsPath} cannot be read: ${closed.reason}` };
    return withDecision(this.texts.get(folder) ?? '', decision);
  }

  private update(): Redecided {
    const decisions: NameDecision[] = [];
    const senseless: Skipped[] = [];
    for (const [folder, text] of this.texts) {
      const { names, problems } = readDecisions(text);
      decisions.push(...names);
      if (problems.length > 0) {
        senseless.push({ location: this.locationIn(folder), reason: problems.slice(0, 5).join('; ') });
      }
    }
    this.senseless = senseless;
    const corrections = correctionsOf(decisions);
    const aliases = aliasesOf(sameNamesOf(decisions));
    const forms = changedForms(this.saidOfForms, corrections);
    const aliasesChanged = !sameAliases(this.saidOfNames, aliases);
    this.saidOfForms = corrections;
    this.saidOfNames = aliases;
    return { forms, aliasesChanged };
  }
}
