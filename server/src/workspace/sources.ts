import type { EntityInFolder, FolderFacts } from '../facts/index';
import { type Fact, type Finding, type SourceDocument, textOf } from '../facts/model';
import { arePacked, type Lines, linesOf } from '../text/lines';
import { type AsShown, shownFindings } from './shownFindings';

/** The documents as they are known now: what the features answer from. */
export interface Sources {
  readonly index: FolderFacts;
  /** The lines of a document, for the positions of the protocol; null where it is not known. */
  lines(id: string): Lines | null;
  /** What did not sit together when it was last looked for. */
  findings(): readonly Finding[];
  /** Those of `findings` with a side in a document. */
  findingsTouching(id: string): readonly Finding[];
  /** What does not sit together in a document as it is now; cheap where nothing has changed since it was looked for. */
  findingsOf(id: string): readonly Finding[];
  /** As the index has them, which costs as much as the folder is large; kept until something changes. */
  facts(): readonly Fact[];
  /** How many those are, with pauses; null when the index changed meanwhile. */
  countFacts(pause: () => Promise<void>): Promise<number | null>;
  entities(): readonly EntityInFolder[];
  /** Grows with every change of the index. */
  generation(): number;
}

export interface ChangingSources extends Sources {
  /** The index changed: the findings are out of date. */
  changed(): void;
  /** The findings are the same, and shown otherwise. */
  shownOtherwise(): void;
  /** Looks for the findings of what changed, document by document with a pause between; false when the index changed meanwhile. */
  lookForFindings(pause: () => Promise<void>): Promise<boolean>;
  /** What of a document was found when it was last looked for. */
  foundIn(id: string): readonly Finding[];
  /** The documents, removed ones included, whose `foundIn` reads otherwise than when this was last asked. */
  takeRenewed(): Set<string>;
}

/**
 * `asShown` turns the findings of a document into those that the user wants to see; `linesIn` gives the lines of a document where they can be had
 * without its text, else null.
 */
export function sourcesOf(
  index: FolderFacts,
  asShown: AsShown = (_, findings) => findings,
  linesIn: (id: string) => Lines | null = () => null,
): ChangingSources {
  /** Of documents that are at hand. To have lines from where they are packed costs little. */
  const lines = new WeakMap<SourceDocument, Lines>();
  const found = shownFindings(index, asShown);
  let generation = 0;
  let lookedAt = -1;
  const untilChanged = <T>(make: () => T): (() => T) => {
    let made: { readonly at: number; readonly value: T } | null = null;
    return () => (made?.at === generation ? made : (made = { at: generation, value: make() })).value;
  };
  return {
    index,
    lines: (id) => {
      const document = index.document(id);
      if (!document) return null;
      const known = lines.get(document) ?? linesIn(id) ?? linesOf(textOf(document));
      if (!arePacked(known)) lines.set(document, known);
      return known;
    },
    findings: found.all,
    findingsTouching: found.touching,
    findingsOf: (id) => asShown(id, index.findingsOf(id)),
    facts: untilChanged(() => index.facts()),
    countFacts: async (pause) => {
      const start = generation;
      const counting = index.countingFacts();
      for (;;) {
        const { done, value } = counting.next();
        if (done) return value;
        await pause();
        if (generation !== start) return null;
      }
    },
    entities: untilChanged(() => index.entities()),
    generation: () => generation,
    changed: () => {
      generation++;
    },
    shownOtherwise: () => {
      found.doubtAll();
      generation++;
    },
    lookForFindings: async (pause) => {
      if (lookedAt === generation) return true;
      const start = generation;
      if (!(await found.look(pause, () => generation !== start))) return false;
      lookedAt = start;
      return true;
    },
    foundIn: found.of,
    takeRenewed: found.takeRenewed,
  };
}
