import { type ClaimColumns, columnsOf } from './claimColumns';
import type { Claim } from './claims';
import type { NameKey } from './claimNames';
import type { EventSigns, EventTraces } from './eventTraces';
import { type LastingMeasures, lastingMeasures } from './lastingMeasures';
import type { SourceDocument } from './model';
import { claimFrom } from './packedClaims';
import { openedFigures, type PackedFigures, restOf, rowIn, signsOf } from './packedFigures';
import type { ClaimedDocument } from './pairing';
import type { StatedFigures } from './statedFigures';

/** Claims of the documents at hand together: a hundred articles and more, those that are linked with one another and what is looked at. */
const MOST_CLAIMS = 4096;
/** Documents at hand however many claims they have: those that are compared must not take turns. */
const FEWEST_DOCUMENTS = 16;

/**
 * What documents state with their figures, as objects for those that were asked for last and packed for the others, in a fifth of the room.
 * A folder of some hundred documents is never packed.
 */
export class HeldFigures {
  /** In the order in which they came; who was asked for since goes to the end when it would be its turn. */
  private readonly atHand = new Set<HeldDocument>();
  private claims = 0;

  /** @param most claims at hand, of more than `fewest` documents */
  constructor(
    private readonly most = MOST_CLAIMS,
    private readonly fewest = FEWEST_DOCUMENTS,
  ) {}

  hold(document: SourceDocument, figures: StatedFigures | PackedFigures): HeldDocument {
    const held = new HeldDocument(document, figures, this.noteOpened);
    if (held.atHand) this.noteOpened(held);
    return held;
  }

  /** The document has left the index. It can still be read, as long as somebody has it. */
  release(held: HeldDocument): void {
    if (this.atHand.delete(held)) this.claims -= held.columns.count;
  }

  private readonly noteOpened = (opened: HeldDocument): void => {
    this.atHand.add(opened);
    this.claims += opened.columns.count;
    for (const held of this.atHand) {
      if (this.claims <= this.most || this.atHand.size <= this.fewest || held === opened) return;
      this.atHand.delete(held);
      if (held.rests()) this.claims -= held.columns.count;
      else this.atHand.add(held);
    }
  };
}

/** A document in the index. What is not read at once is unpacked first: for the documents that are compared, never for all. */
export class HeldDocument implements ClaimedDocument {
  readonly storyDay: number | null;
  readonly columns: ClaimColumns;
  readonly signs: EventSigns;
  /** See `EventTraces`. */
  readonly datelines: readonly number[];
  private figures: ClaimedDocument | null = null;
  /** Of what came as objects, as soon as it is packed. */
  private packed: string | null = null;
  private readonly unread: (() => string) | null = null;
  private asked = false;

  constructor(
    readonly document: SourceDocument,
    figures: StatedFigures | PackedFigures,
    private readonly onOpen: (opened: HeldDocument) => void,
  ) {
    const isPacked = 'rest' in figures;
    const { storyDay, signs, datelines } = isPacked ? figures : signsOf(figures);
    this.storyDay = storyDay;
    this.signs = signs;
    this.datelines = datelines;
    this.columns = isPacked ? figures.columns : columnsOf(figures.claims);
    if (isPacked) this.unread = figures.rest;
    else this.figures = { ...figures, document, lasting: lastingMeasures(figures.claims) };
  }

  get claims(): readonly Claim[] {
    return this.opened().claims;
  }

  get names(): readonly NameKey[] {
    return this.opened().names;
  }

  get traces(): EventTraces {
    return this.opened().traces;
  }

  get lasting(): LastingMeasures {
    return this.opened().lasting;
  }

  /** Are there objects of it? */
  get atHand(): boolean {
    return this.figures !== null;
  }

  /** One claim, by its index: for an answer that shows no others of the document. */
  claim(index: number): Claim {
    return this.figures?.claims[index] ?? claimFrom(rowIn(this.rest(), index), this.columns, index);
  }

  /** All of it as plain objects, which stay as they are for whoever has them. */
  opened(): ClaimedDocument {
    this.asked = true;
    if (this.figures) return this.figures;
    this.figures = openedFigures(this, this.rest());
    this.onOpen(this);
    return this.figures;
  }

  /** Packs what is at hand, unless it was asked for since this was called last. */
  rests(): boolean {
    if (this.asked || !this.figures) return (this.asked = false);
    if (!this.unread) this.packed ??= restOf(this.figures);
    this.figures = null;
    return true;
  }

  private rest(): string {
    return this.unread?.() ?? this.packed!;
  }
}
