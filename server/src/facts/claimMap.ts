import type { ClaimRef } from './figureIndex';

/** A map from claims: by document and number, for keys made of both would take more room than what they lead to. */
export class ClaimMap<V> {
  private readonly byDocument = new Map<string, V[]>();

  /** Undefined where none was set. */
  get({ document, claim }: ClaimRef): V | undefined {
    return this.byDocument.get(document)?.[claim];
  }

  delete(document: string): void {
    this.byDocument.delete(document);
  }

  set({ document, claim }: ClaimRef, value: V): void {
    const values = this.byDocument.get(document);
    if (values) values[claim] = value;
    else this.byDocument.set(document, listWith(claim, value));
  }
}

/** A set of claims, in the same way. */
export class ClaimSet {
  private readonly byDocument = new Map<string, Set<number>>();

  has({ document, claim }: ClaimRef): boolean {
    return this.byDocument.get(document)?.has(claim) ?? false;
  }

  add({ document, claim }: ClaimRef): void {
    const claims = this.byDocument.get(document);
    if (claims) claims.add(claim);
    else this.byDocument.set(document, new Set([claim]));
  }

  delete(document: string): void {
    this.byDocument.delete(document);
  }
}

function listWith<V>(index: number, value: V): V[] {
  const out: V[] = [];
  out[index] = value;
  return out;
}
