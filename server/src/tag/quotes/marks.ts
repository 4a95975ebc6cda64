import type { ScannedText } from '../../text/scan';
import { MarkShape, readMarks, type Mark } from './markShapes';

/** What stands between two quotation marks of one paragraph. Offsets in UTF-16 units, tokens half open. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Tokens between the marks. */
  readonly from: number;
  readonly to: number;
  /** The first token of the opening mark and the token behind the closing one. */
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly paragraph: number;
  readonly closed: boolean;
  readonly single: boolean;
  /** How many marked spans hold this one. */
  readonly depth: number;
  /** The paragraph before ended inside a quotation that this span goes on with. */
  readonly continued: boolean;
  /** Behind a dialogue dash: there are no marks. */
  readonly dialogue: boolean;
}

interface Open {
  readonly mark: Mark;
  readonly at: number;
}

/** Quotations in quotations in quotations are the most that anybody prints. */
const DEEPEST = 3;

/**
 * Pairs the quotation marks of a text, paragraph by paragraph: a stack of open marks, each mark read by its own direction or by the space around it.
 * A double mark that is never closed ends with its paragraph (`closed` false); a single one is then an apostrophe and dropped.
 * Ascending by `start`; spans nest or are disjoint. Linear.
 */
export function markedSpans(scanned: ScannedText): MarkedSpan[] {
  const spans: MarkedSpan[] = [];
  let carried = false;
  for (let p = 0; p < scanned.paragraphs.length; p++) {
    const { from, to } = scanned.paragraphs[p]!;
    const marks = readMarks(scanned.tokens, from, to);
    if (marks.length === 0) {
      carried = false;
      continue;
    }
    const opensWithMark = marks[0]?.token === from && marks[0].shape !== MarkShape.Close;
    const first = spans.length;
    const unclosed = pairMarks(scanned, p, marks, carried && opensWithMark, spans);
    carried = unclosed;
    sortByStart(spans, first);
  }
  return spans;
}

function sortByStart(spans: MarkedSpan[], first: number): void {
  if (spans.length - first < 2) return;
  const tail = spans.splice(first).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of tail) spans.push(span);
}

/** Pairs one paragraph's marks into `out`; true where it ends inside a quotation. */
function pairMarks(
  scanned: ScannedText,
  paragraph: number,
  marks: readonly Mark[],
  continued: boolean,
  out: MarkedSpan[],
): boolean {
  const { tokens } = scanned;
  const { from, to } = scanned.paragraphs[paragraph]!;
  const left = closersLeft(marks);
  const stack: Open[] = [];

  const emit = (open: Mark, depth: number, close: Mark | null, toToken: number): void => {
    const inner = open.token + open.width;
    if (toToken <= inner) return;
    const last = toToken - 1;
    const contentEnd = close ? close.start : tokens.end[last]!;
    out.push({
      start: open.start,
      end: close ? close.end : contentEnd,
      contentStart: open.end,
      contentEnd,
      from: inner,
      to: toToken,
      outerFrom: open.token,
      outerTo: close ? close.token + close.width : toToken,
      paragraph,
      closed: close !== null,
      single: open.single,
      depth,
      continued: continued && open.token === from,
      dialogue: false,
    });
  };
  const closeTop = (close: Mark): void => {
    const top = stack.pop()!;
    emit(top.mark, stack.length, close, close.token);
  };
  const doubleDepth = (): number => {
    for (let d = stack.length - 1; d >= 0; d--) if (!stack[d]!.mark.single) return d;
    return -1;
  };

  for (let m = 0; m < marks.length; m++) {
    const mark = marks[m]!;
    if (mark.single) {
      const top = stack[stack.length - 1];
      if (top?.mark.single && mark.shape !== MarkShape.Open) {
        if (!(mark.possessive && left.singleClosers[m + 1]! > left.singleOpeners[m + 1]!)) closeTop(mark);
      } else if (mark.shape === MarkShape.Open) {
        if (top?.mark.single) stack.pop(); // an apostrophe after all
        if (stack.length < DEEPEST && left.singleClosers[m + 1]! > 0) stack.push({ mark, at: m });
        else if (stack.length === 0 && mark.token === from) stack.push({ mark, at: m });
      }
      continue;
    }
    const depth = doubleDepth();
    if (depth < 0) {
      if (mark.shape !== MarkShape.Close && mark.token + mark.width < to && stack.length < DEEPEST)
        stack.push({ mark, at: m });
      continue;
    }
    if (mark.shape !== MarkShape.Open) {
      stack.length = depth + 1;
      closeTop(mark);
      continue;
    }
    // A mark that opens while one is open: nested where enough marks follow to close both, else the first was never closed.
    if (left.doubleClosers[m + 1]! > left.doubleOpeners[m + 1]! + 1 && stack.length < DEEPEST) {
      stack.push({ mark, at: m });
    } else {
      stack.length = depth + 1;
      const top = stack.pop()!;
      emit(top.mark, stack.length, null, mark.token);
      stack.push({ mark, at: m });
    }
  }

  const depth = stack.findIndex((open) => !open.mark.single);
  if (depth >= 0) {
    emit(stack[depth]!.mark, depth, null, to);
    return true;
  }
  const single = stack[0];
  if (!single || single.mark.token !== from || !opensNext(scanned, paragraph)) return false;
  emit(single.mark, 0, null, to);
  return true;
}

function opensNext(scanned: ScannedText, paragraph: number): boolean {
  const next = scanned.paragraphs[paragraph + 1];
  return next !== undefined && scanned.tokens.text[next.start] === '‘';
}

/** How many marks of each shape stand at or behind each mark. */
function closersLeft(
  marks: readonly Mark[],
): Record<'singleClosers' | 'singleOpeners' | 'doubleClosers' | 'doubleOpeners', Int32Array> {
  const n = marks.length;
  const left = {
    singleClosers: new Int32Array(n + 2),
    singleOpeners: new Int32Array(n + 2),
    doubleClosers: new Int32Array(n + 2),
    doubleOpeners: new Int32Array(n + 2),
  };
  for (let m = n - 1; m >= 0; m--) {
    const { single, shape } = marks[m]!;
    left.singleClosers[m] = left.singleClosers[m + 1]! + (single && shape !== MarkShape.Open ? 1 : 0);
    left.singleOpeners[m] = left.singleOpeners[m + 1]! + (single && shape === MarkShape.Open ? 1 : 0);
    left.doubleClosers[m] = left.doubleClosers[m + 1]! + (!single && shape !== MarkShape.Open ? 1 : 0);
    left.doubleOpeners[m] = left.doubleOpeners[m + 1]! + (!single && shape === MarkShape.Open ? 1 : 0);
  }
  return left;
}
