import { Char, charAt, DASHES } from '../../text/characters';
import type { ScannedText } from '../../text/scan';
import { TokenKind } from '../../text/tokens';
import type { NounPhrase } from './nounPhrases';
import { punctuationAt, wordSet, type Reading } from './reading';

/** Words before a colon that label something other than a speaker. */
const NO_SPEAKERS = wordSet(
  'update updated correction note breaking watch read more video photo photos image source sources related see also listen caption credit fact facts warning tip summary background contact date time place location subject re fw fwd to from cc tags topics category editor editors disclaimer advertisement click follow share comments via exclusive live analysis opinion headline abstract keywords email phone fax web website tel ps nb',
);
const LONGEST_LABEL = 5;

/** A line `NAME: words` of a transcript. Tokens. */
export interface LabelLine {
  readonly paragraph: number;
  readonly label: NounPhrase;
  /** The first token behind the colon. */
  readonly from: number;
}

/**
 * The label lines of a transcript, or of an interview in `Q:` and `A:`; none where the text is no transcript: labels are in capitals or Q and A, stand on
 * three lines at least (two for Q and A), and one of them comes back.
 */
export function labelLines(scanned: ScannedText, lower: readonly string[]): LabelLine[] {
  const lines: LabelLine[] = [];
  const seen = new Map<string, number>();
  scanned.paragraphs.forEach((paragraph, p) => {
    const head = paragraph.from + (isOpeningMark(scanned, paragraph.from) ? 1 : 0);
    const colon = labelEnd(scanned, lower, head, paragraph.to);
    if (colon < 0) return;
    const name = scanned.text.slice(scanned.tokens.start[head], scanned.tokens.end[colon - 1]);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    lines.push({
      paragraph: p,
      label: { from: head, to: colon, kind: 'name', nameFrom: head, head: '', possessive: false },
      from: colon + 1,
    });
  });
  const askedAndAnswered = seen.has('Q') && seen.has('A');
  const comesBack = [...seen.values()].some((n) => n > 1);
  return askedAndAnswered || (lines.length > 2 && comesBack && seen.size > 1) ? lines : [];
}

function isOpeningMark(scanned: ScannedText, token: number): boolean {
  return '"“'.includes(punctuationAt(scanned.tokens, token) || ' ');
}

/** The colon behind a label that starts at `from`, or -1. */
function labelEnd(scanned: ScannedText, lower: readonly string[], from: number, to: number): number {
  const { tokens } = scanned;
  for (let j = from; j < to && j <= from + LONGEST_LABEL; j++) {
    if (punctuationAt(tokens, j) === ':') return j > from && j + 1 < to && tokens.glued[j] === 1 ? j : -1;
    if (tokens.kind[j] !== TokenKind.Word || NO_SPEAKERS.has(lower[j]!)) return -1;
    if (!isCapitals(scanned.text, tokens.start[j]!, tokens.end[j]!)) return -1;
  }
  return -1;
}

function isCapitals(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (charAt(text, i) === Char.Lower && !(text[i] === 'c' && text[i - 1] === 'M')) return false;
  return true;
}

/** Words that are somebody’s without marks: a turn of a transcript, a Markdown block quote. Tokens half open. */
export interface Turn {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
  readonly label: NounPhrase | null;
}

/** The turns of a text: what stands behind the labels of a transcript, and block quotes that have no marks of their own. */
export function turnsOf(reading: Reading, labels: readonly LabelLine[]): Turn[] {
  const turns: Turn[] = [];
  for (const { paragraph, label, from } of labels) {
    const { to } = reading.scanned.paragraphs[paragraph]!;
    if (reading.quotedBy[label.from]! < 0) turns.push({ from, to, paragraph, label });
  }
  reading.scanned.paragraphs.forEach(({ from, to, kind }, paragraph) => {
    if (kind !== 'quotation' || reading.quotedBy[from]! >= 0) return;
    const signed = signatureInside(reading, paragraph);
    const end = signed ? signed.dash : to;
    if (end - from >= FEWEST_TOKENS) turns.push({ from, to: end, paragraph, label: signed?.phrase ?? null });
  });
  return turns;
}

const FEWEST_TOKENS = 4;

/** The line under a quotation that says whose it is: “— Grace Hopper, admiral”. The phrase, or null. */
export function signature(reading: Reading, paragraph: number): NounPhrase | null {
  const line = reading.scanned.paragraphs[paragraph];
  if (!line || line.to - line.from > 16) return null;
  const c = punctuationAt(reading.tokens, line.from);
  if (c === '' || !DASHES.includes(c)) return null;
  return phraseWithin(reading, line.from + 1, line.to);
}

/** A dash and a name between `from` and the end of a paragraph, and nothing else but where or when; or null. */
export function signatureBehind(reading: Reading, from: number, to: number): NounPhrase | null {
  if (to - from > 14 || to - from < 2 || !DASHES.includes(punctuationAt(reading.tokens, from) || ' ')) return null;
  const phrase = phraseWithin(reading, from, to);
  if (!phrase) return null;
  const behind = phrase.to < to ? punctuationAt(reading.tokens, phrase.to) : '.';
  return behind === '.' || behind === ',' || behind === '(' || behind === '@' ? phrase : null;
}

/** The same on the last line of a Markdown block quote. */
function signatureInside(reading: Reading, paragraph: number): { phrase: NounPhrase; dash: number } | null {
  const { from, to } = reading.scanned.paragraphs[paragraph]!;
  for (let j = to - 1; j > from && j > to - 12; j--) {
    const c = punctuationAt(reading.tokens, j);
    if (
      c === '—' ||
      c === '–' ||
      c === '―' ||
      (c === '-' && reading.tokens.glued[j + 1] === 0 && !reading.tokens.glued[j])
    ) {
      const phrase = phraseWithin(reading, j + 1, to);
      return phrase ? { phrase, dash: j } : null;
    }
  }
  return null;
}

function phraseWithin(reading: Reading, from: number, to: number): NounPhrase | null {
  let start = from;
  while (start < to && DASHES.includes(punctuationAt(reading.tokens, start) || ' ')) start++;
  const index = start < to ? reading.phraseFrom[start]! : -1;
  return index >= 0 && reading.phrases[index]!.kind === 'name' ? reading.phrases[index]! : null;
}
