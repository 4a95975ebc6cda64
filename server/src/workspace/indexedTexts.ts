import type { IndexedFacts } from '../facts/documentFacts';
import { type SourceDocument, textOf } from '../facts/model';
import { SectionedIndex } from '../facts/sectionedIndex';
import { mayHold } from '../tag/corrections';
import type { TextFormat } from '../text/markdown';
import type { Decided, Redecided } from './decided';
import { foreignLanguage } from './foreignLanguage';
import type { Identity } from './folders';
import { documentOf, type HeldText, toBeEdited } from './heldText';
import { contentOf, type Tagging, tagHere } from './reading';
import type { Settings } from './settings';

/** What the workspace tells of its documents, and is told. */
export interface IndexingFor {
  decided(): Decided;
  isOpen(id: string): boolean;
  /** For what is not open: see `Reading.tagHere`. */
  tag: Tagging;
  settingsOf(id: string): Settings;
  /** The path in its folder of a document that stands in one. */
  pathOf(id: string): string | undefined;
  /** A document came, changed or went. */
  onDocument(id: string): void;
  /** The index changed. */
  onChange(): void;
}

/** A text as it was read. */
export interface TextRead {
  readonly text: string;
  readonly format: TextFormat;
  readonly tagging: Tagging;
}

/** The texts of the documents, tagged as people said, and the index of them. */
export class IndexedTexts {
  readonly index = new SectionedIndex();
  private readonly held = new Map<string, HeldText>();
  /** In which a form stands of which something else was said since. */
  private readonly stale = new Set<string>();

  constructor(private readonly around: IndexingFor) {}

  get(id: string): HeldText | undefined {
    return this.held.get(id);
  }

  get staleCount(): number {
    return this.stale.size;
  }

  /** Returns in which language it is that is not read; null where the text is in the index now. */
  put(id: string, identity: Identity, { text, format, tagging }: TextRead): string | null {
    const known = this.held.get(id);
    const { corrections } = this.around.decided();
    const same = known?.format === format && known.text === text && !this.stale.has(id);
    const kept = known && same && this.around.isOpen(id) ? toBeEdited(known, corrections) : known;
    const { held, facts } = kept && same ? { held: kept, facts: null } : tagging(text, format, corrections);
    const foreign = foreignLanguage(held.language, this.around.settingsOf(id).languages);
    if (foreign) {
      this.remove(id);
      return foreign;
    }
    if (held === known) this.rename(id, identity);
    else this.replace({ id, ...identity }, held, facts);
    this.stale.delete(id);
    return null;
  }

  rename(id: string, { label, draft }: Identity): void {
    const known = this.index.document(id);
    if (known && (known.label !== label || known.draft !== draft))
      this.replace({ id, label, draft }, this.held.get(id)!);
  }

  remove(id: string): void {
    this.stale.delete(id);
    this.held.delete(id);
    this.around.onDocument(id);
    this.index.remove(id);
    this.around.onChange();
  }

  /** Only documents that hold a form of which something else was said are to be tagged again. */
  heed({ forms, aliasesChanged, rulingsChanged, trustChanged }: Redecided): void {
    if (forms.length > 0) {
      for (const document of this.index.documents()) if (mayHold(textOf(document), forms)) this.stale.add(document.id);
    }
    if (aliasesChanged) this.index.setAliases(this.around.decided().aliases);
    if (rulingsChanged) this.index.setRulings(this.around.decided().rulings);
    if (aliasesChanged || rulingsChanged) this.around.onChange();
    if (trustChanged) for (const document of this.index.documents()) this.replaceWhereTrustChanged(document);
  }

  /** False where nothing was to be tagged again. */
  tagNextStale(): boolean {
    const [id] = this.stale;
    if (id === undefined) return false;
    this.stale.delete(id);
    const known = this.index.document(id);
    if (!known) return true;
    const { text, format } = this.held.get(id)!;
    const tagging = this.around.isOpen(id) ? tagHere : this.around.tag;
    const { held, facts } = tagging(text, format, this.around.decided().corrections);
    this.replace(known, held, facts);
    return true;
  }

  /** The documents, each with its key in a cache, as `keyOf` makes one. */
  keyed(keyOf: (content: string) => string): { document: SourceDocument; key: () => string }[] {
    const { corrections } = this.around.decided();
    return this.index.documents().map((document) => {
      const held = this.held.get(document.id)!;
      return { document, key: () => held.key ?? keyOf(contentOf(held.text, held.format, corrections)) };
    });
  }

  private trusts({ id, label }: Pick<SourceDocument, 'id' | 'label'>): boolean {
    return this.around.decided().trusts(this.around.pathOf(id) ?? label);
  }

  private replaceWhereTrustChanged(document: SourceDocument): void {
    if ((document.trusted ?? false) !== this.trusts(document)) this.replace(document, this.held.get(document.id)!);
  }

  private replace(
    { id, label, draft }: Pick<SourceDocument, 'id' | 'label' | 'draft'>,
    held: HeldText,
    facts: IndexedFacts | null = null,
  ): void {
    this.held.set(id, held);
    this.around.onDocument(id);
    this.index.replace(documentOf({ id, label, draft, trusted: this.trusts({ id, label }) }, held), facts ?? undefined);
    this.around.onChange();
  }
}
