import { columnsOf, Field } from './claimColumns';
import type { Claim } from './claims';
import type { HeldDocument } from './heldFigures';
import { mayFit } from './linkFilter';

/** Goes through the columns of the documents once, and unpacks what is taken from the lists. */
export function statedBy(documents: Iterable<HeldDocument>, asked: readonly Claim[]): Iterable<Claim>[] {
  const { cells } = columnsOf(asked);
  const places = asked.map((): Place[] => []);
  const byKind = new Map<number, number[]>();
  asked.forEach((_, i) => {
    const kind = cells[cells[i]! + Field.Kind]!;
    byKind.set(kind, [...(byKind.get(kind) ?? []), i]);
  });
  for (const held of byKind.size > 0 ? documents : []) {
    const theirs = held.columns.cells;
    for (let claim = 0; claim < held.columns.count; claim++) {
      for (const i of byKind.get(theirs[theirs[claim]! + Field.Kind]!) ?? NONE) {
        if (mayFit(cells, cells[i]!, theirs, theirs[claim]!)) places[i]!.push({ held, claim });
      }
    }
  }
  return places.map((list, i) => ({
    *[Symbol.iterator]() {
      for (const { held, claim } of list) {
        const found = held.claims[claim]!;
        if (found.dimension === asked[i]!.dimension) yield found;
      }
    },
  }));
}

interface Place {
  readonly held: HeldDocument;
  readonly claim: number;
}

const NONE: readonly number[] = [];
