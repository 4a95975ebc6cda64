/** An entity of a document. */
export interface EntityRef {
  readonly document: string;
  /** Its index among the document's entities. */
  readonly entity: number;
}

/** By document, then by entity. */
export function compareRefs(a: EntityRef, b: EntityRef): number {
  return a.document < b.document ? -1 : a.document > b.document ? 1 : a.entity - b.entity;
}
