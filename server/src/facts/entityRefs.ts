/** An entity of a document. */
export interface EntityRef {
  readonly document: string;
  readonly entity: number;
}

const SEPARATOR = '\u0000';

export function refKey(document: string, entity: number): string {
  return `${entity}${SEPARATOR}${document}`;
}

export function refOf(key: string): EntityRef {
  const at = key.indexOf(SEPARATOR);
  return { document: key.slice(at + 1), entity: Number(key.slice(0, at)) };
}

export function sorted(refs: Iterable<string>): EntityRef[] {
  return Array.from(refs, refOf).sort(compareRefs);
}

export function compareRefs(a: EntityRef, b: EntityRef): number {
  return a.document < b.document ? -1 : a.document > b.document ? 1 : a.entity - b.entity;
}
