import type { FactIndex } from '../facts/index';
import type { Finding } from '../facts/model';
import type { TaggedText } from '../tag/model';
import { type Lines, linesOf } from '../text/lines';

/** The documents as they are known now: what the features answer from. */
export interface Sources {
  readonly index: FactIndex;
  /** The lines of a document, for the positions of the protocol; null where it is not known. */
  lines(id: string): Lines | null;
  /** What did not sit together when it was last looked for. */
  findings(): readonly Finding[];
  /** What does not sit together in a document as it is now; cheap where nothing has changed since it was looked for. */
  findingsOf(id: string): readonly Finding[];
  /** Grows with every change of the index. */
  generation(): number;
}

export interface ChangingSources extends Sources {
  /** The index changed: the findings are out of date. */
  changed(): void;
  /** Looks for the findings of what changed, document by document with a pause between; false when the index changed meanwhile. */
  lookForFindings(pause: () => Promise<void>): Promise<boolean>;
}

/** `asShown` turns the findings of a document into those that the user wants to see. */
export function sourcesOf(
  index: FactIndex,
  asShown: (id: string, findings: readonly Finding[]) => readonly Finding[] = (_, findings) => findings,
): ChangingSources {
  const lines = new WeakMap<TaggedText, Lines>();
  let findings: readonly Finding[] = [];
  let generation = 0;
  let lookedAt = -1;
  const outdated = new Set<string>();
  return {
    index,
    lines: (id) => {
      const tagged = index.document(id)?.tagged;
      if (!tagged) return null;
      const known = lines.get(tagged) ?? linesOf(tagged.scanned.text);
      lines.set(tagged, known);
      return known;
    },
    findings: () => findings,
    findingsOf: (id) => asShown(id, index.findingsOf(id)),
    generation: () => generation,
    changed: () => {
      generation++;
    },
    lookForFindings: async (pause) => {
      if (lookedAt === generation) return true;
      const start = generation;
      for (const id of index.takeChanged()) outdated.add(id);
      for (const id of outdated) {
        outdated.delete(id);
        index.findingsOf(id); // which it keeps
        await pause();
        if (generation !== start) return false;
      }
      findings = index.documents().flatMap(({ id }) => asShown(id, index.findingsOf(id)));
      lookedAt = start;
      return true;
    },
  };
}
