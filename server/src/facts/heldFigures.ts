import { type ClaimColumns, columnsOf } from './claimColumns';
import type { Claim } from './claims';
import type { NameKey } from './claimNames';
import { byDimension, type EventSigns, type EventTraces } from './eventTraces';
import { type LastingMeasures, lastingMeasures } from './lastingMeasures';
import type { SourceDocument } from './model';
import { claimFrom, claimsFrom, type Row, rowsOf } from './packedClaims';
import type { ClaimedDocument } from './pairing';
import type { StatedFigures } from './statedFigures';

/** Claims of the documents at hand together: some hundred articles, those that are linked with one another and what is looked at. */
const MOST_CLAIMS = 8192;
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

  hold(document: SourceDocument, figures: StatedFigures): HeldDocument {
    const held = new HeldDocument(document, figures, this.noteOpened);
    this.noteOpened(held);
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
  private figures: ClaimedDocument | null;
  private packed: string | null = null;
  private asked = false;

  constructor(
    readonly document: SourceDocument,
    { storyDay, claims, names, traces }: StatedFigures,
    private readonly onOpen: (opened: HeldDocument) => void,
  ) {
    this.storyDay = storyDay;
    this.columns = columnsOf(claims);
    const { day, people, values, utterances } = traces;
    this.signs = { day, people, values, utterances };
    this.datelines = traces.datelines;
    this.figures = { document, storyDay, claims, names, traces, lasting: lastingMeasures(claims) };
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
    return this.figures?.claims[index] ?? claimFrom(rowIn(this.packed!, index), this.columns, index);
  }

  /** All of it as plain objects, which stay as they are for whoever has them. */
  opened(): ClaimedDocument {
    this.asked = true;
    if (this.figures) return this.figures;
    this.figures = unpacked(this, this.packed!);
    this.onOpen(this);
    return this.figures;
  }

  /** Packs what is at hand, unless it was asked for since this was called last. */
  rests(): boolean {
    if (this.asked || !this.figures) return (this.asked = false);
    this.packed ??= packed(this.figures);
    this.figures = null;
    return true;
  }
}

type Packed = readonly [names: readonly NameKey[], values: readonly number[], claims: readonly Row[]];

/** JSON in which each claim has a line, and no character is beyond Latin-1: the engine keeps a byte for each. */
function packed({ names, traces, claims }: ClaimedDocument): string {
  const rows = rowsOf(claims).map((row) => `\n${JSON.stringify(row)}`);
  const json = `[${JSON.stringify(names)},${JSON.stringify(traces.figures)},[${rows.join(',')}\n]]`;
  // Made of a wider string, it would stay as wide.
  return JSON.parse(JSON.stringify(json.replace(BEYOND_LATIN, escaped))) as string;
}

/** The row of a claim: its line, without the comma between two. */
function rowIn(from: string, claim: number): Row {
  let start = from.indexOf('\n');
  for (let i = 0; i < claim; i++) start = from.indexOf('\n', start + 1);
  const end = from.indexOf('\n', start + 1);
  return JSON.parse(from.slice(start, from[end - 1] === ',' ? end - 1 : end)) as Row;
}

const BEYOND_LATIN = /[^\0-\xff]/g;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function unpacked({ document, storyDay, columns, signs, datelines }: HeldDocument, from: string): ClaimedDocument {
  const [names, figures, rows] = JSON.parse(from) as Packed;
  const claims = claimsFrom(rows, columns);
  const { day, people, values, utterances } = signs;
  const traces = { day, people, values, utterances, figures, datelines, byDimension: byDimension(claims) };
  return { document, storyDay, claims, names, traces, lasting: lastingMeasures(claims) };
}
