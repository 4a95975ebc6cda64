import type { Fact, FactKind, Finding, RelatedStatement, SourceDocument } from './model';
import type { Span } from '../text/span';
import type { EntityType } from '../tag/model';

/** What stands at an offset, and every statement of the same fact. */
export interface FactAt {
  readonly kind: FactKind;
  /** The mention at the offset. */
  readonly span: Span;
  /** Index of the mention in the document's `figures`, `quotes` or `names`, by `kind` (dates are figures). */
  readonly mention: number;
  /** What the fact is about; '' where it is stated nowhere else. */
  readonly label: string;
  /** Every statement of it in every document, the one asked about included, ascending by document label and offset. */
  readonly statements: readonly RelatedStatement[];
}

export interface EntityInFolder {
  readonly name: string;
  readonly type: EntityType;
  readonly statements: readonly { readonly document: string; readonly start: number; readonly end: number }[];
}

/**
 * The folder's facts: an inverted index over the claims of its documents. Replacing a document touches only the facts its claims
 * take part in; the result is the same as building the index anew (a property test says so).
 */
export class FactIndex {
  private readonly byId = new Map<string, SourceDocument>();

  replace(document: SourceDocument): void {
    this.byId.set(document.id, document);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  document(id: string): SourceDocument | undefined {
    return this.byId.get(id);
  }

  /** Ascending by label. */
  documents(): SourceDocument[] {
    return [...this.byId.values()].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  }

  /** The innermost mention that holds `offset` (its end counts as inside), or null. */
  factAt(_id: string, _offset: number): FactAt | null {
    return null;
  }

  /** The facts with statements in more than one place. */
  facts(): Fact[] {
    return [];
  }

  findings(): Finding[] {
    return [];
  }

  /** The findings whose main place is in this document. */
  findingsOf(_id: string): Finding[] {
    return [];
  }

  /** For workspace symbols: people, organizations and places by canonical name. */
  entities(): EntityInFolder[] {
    return [];
  }
}
