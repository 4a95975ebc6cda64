import type { FolderFacts } from '../facts/index';
import type { Finding, Statement } from '../facts/model';
import { compareStrings } from '../text/compareStrings';

/** The findings of a document as the user wants to see them. */
export type AsShown = (id: string, findings: readonly Finding[]) => readonly Finding[];

/** The findings of all documents as they were when they were last looked for. */
export interface ShownFindings {
  /** Every one, by document label, then offset. */
  all(): readonly Finding[];
  /** Those whose main place is in a document. */
  of(id: string): readonly Finding[];
  /** Those with any side in a document, by the label of their main place's document. */
  touching(id: string): readonly Finding[];
  /** From now on every document may be shown otherwise. */
  doubtAll(): void;
  /**
   * Looks at the documents that the index changed, with a pause between, and takes over what it finds, all at once. False, and nothing
   * taken over, when `isLate` said so after a pause.
   */
  look(pause: () => Promise<void>, isLate: () => boolean): Promise<boolean>;
  /** The documents, removed ones included, whose findings may read otherwise than when this was last asked. */
  takeRenewed(): Set<string>;
}

const none: readonly Finding[] = [];

/** Documents that are linked before others have their turn. */
const linkedAtOnce = 2;

/** What an edit costs here is in proportion to the documents whose findings it changed. */
export function shownFindings(index: FolderFacts, asShown: AsShown): ShownFindings {
  const shown = new Map<string, readonly Finding[]>();
  /** Document -> those whose findings have a side in it. */
  const showing = new Map<string, Set<string>>();
  /** Whose findings the index has to make; then, and with those that it made, whose findings are to be taken over. */
  const unmade = new Set<string>();
  const outdated = new Set<string>();
  let renewed = new Set<string>();
  let ruled: readonly unknown[] = [];
  let doubted = false;
  let flat: readonly Finding[] | null = none;

  function takeOver(id: string): void {
    const before = shown.get(id) ?? none;
    const now = asShown(id, index.findingsOf(id));
    // Where the lines of the text or the words around the other side are others, so is the object.
    if (sameItems(before, now)) return;
    for (const document of sidesOf(before)) showing.get(document)?.delete(id);
    for (const document of sidesOf(now)) {
      const known = showing.get(document);
      if (known) known.add(id);
      else showing.set(document, new Set([id]));
    }
    if (now.length > 0) shown.set(id, now);
    else shown.delete(id);
    if (before.length + now.length > 0) renewed.add(id);
    flat = null;
  }

  return {
    all: () => (flat ??= index.documents().flatMap(({ id }) => shown.get(id) ?? none)),
    of: (id) => shown.get(id) ?? none,
    touching: (id) => {
      const label = (each: string): string => index.document(each)?.label ?? '';
      const ids = [...(showing.get(id) ?? [])].sort((a, b) => compareStrings(label(a), label(b)));
      return ids.flatMap((each) =>
        shown.get(each)!.filter((finding) => placesOf(finding).some((p) => p.document === id)),
      );
    },
    doubtAll: () => {
      doubted = true;
    },
    look: async (pause, isLate) => {
      while (!index.settleSome(linkedAtOnce)) {
        await pause();
        if (isLate()) return false;
      }
      for (const id of index.takeChanged()) {
        unmade.add(id);
        outdated.add(id);
      }
      for (const id of unmade) {
        unmade.delete(id);
        index.findingsOf(id); // which it keeps
        await pause();
        if (isLate()) return false;
      }
      // What was marked as checked can be so in documents that did not change: its words came to stand in a second place.
      const ruling = index.rulings().flatMap(({ ruling: said, places }) => [said, ...places.map((p) => p.document)]);
      if (doubted || !sameItems(ruled, ruling)) for (const { id } of index.documents()) takeOver(id);
      for (const id of outdated) takeOver(id);
      ruled = ruling;
      doubted = false;
      outdated.clear();
      return true;
    },
    takeRenewed: () => {
      const taken = renewed;
      renewed = new Set();
      return taken;
    },
  };
}

function sidesOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(placesOf).map(({ document }) => document));
}

/** The main place of a finding, and the other sides. */
export function placesOf(finding: Finding): Statement[] {
  return [finding, ...finding.related];
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
