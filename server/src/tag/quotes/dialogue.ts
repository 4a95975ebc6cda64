import { Char, charAt } from '../../text/characters';
import type { Paragraph, ScannedText } from '../../text/scan';
import { lowerOf, TokenKind } from '../../text/tokens';
import words from '../data/functionWords.json';
import { cueOf } from './cues';
import type { MarkedSpan } from './marks';

/** How many paragraphs of narration may part two turns of one conversation. */
const FARTHEST = 3;
/** “— the old miller at last replied —” */
const LONGEST_SUBJECT = 6;
const PRONOUNS = new Set('he she they i we it'.split(' '));
const FUNCTION_WORDS = new Set(`${words.prepositions} ${words.conjunctions}`.split(' '));

interface Turn {
  readonly paragraph: number;
  /** What is spoken, token ranges half open. */
  readonly spoken: readonly (readonly [from: number, to: number])[];
  readonly attributed: boolean;
}

/**
 * Speech behind dialogue dashes (“— To the bridge, said Brook.”), as spans without marks: where two paragraphs near each other open with a long dash and a sentence,
 * and one of the conversation has its cue behind a comma or an inner dash. Up to that cue a turn is speech, and again behind the dash that ends the cue’s clause.
 * List items, signatures and lists of points (no cue, no full stop) are none. Ascending; linear.
 */
export function dialogueSpans(scanned: ScannedText): MarkedSpan[] {
  const out: MarkedSpan[] = [];
  let run: Turn[] = [];
  const close = (): void => {
    if (run.length > 1 && run.some(({ attributed }) => attributed))
      for (const { paragraph, spoken } of run)
        for (const [from, to] of spoken) out.push(spanOf(scanned, paragraph, from, to));
    run = [];
  };
  scanned.paragraphs.forEach((paragraph, p) => {
    const last = run[run.length - 1];
    if (last && p - last.paragraph > FARTHEST) close();
    if (!opensWithDash(scanned, paragraph)) return;
    const turn = turnOf(scanned, p);
    if (turn) run.push(turn);
    else close();
  });
  close();
  return out;
}

/** Both in the order of the text; a marked span inside a turn is one deeper. */
export function mergeSpans(marked: readonly MarkedSpan[], dialogue: readonly MarkedSpan[]): readonly MarkedSpan[] {
  if (dialogue.length === 0) return marked;
  const out: MarkedSpan[] = [];
  let d = 0;
  for (const span of marked) {
    while (d < dialogue.length && dialogue[d]!.start <= span.start) out.push(dialogue[d++]!);
    const turn = dialogue[d - 1];
    out.push(turn && span.end <= turn.end ? { ...span, depth: span.depth + 1 } : span);
  }
  for (; d < dialogue.length; d++) out.push(dialogue[d]!);
  return out;
}

function opensWithDash({ tokens }: ScannedText, { from, to, kind }: Paragraph): boolean {
  return (kind === 'prose' || kind === 'fragment') && to - from > 2 && isDash(tokens.text, tokens.start[from]!);
}

function isDash(text: string, offset: number): boolean {
  return '—–―'.includes(text[offset] ?? ' ');
}

function turnOf(scanned: ScannedText, p: number): Turn | null {
  const { tokens } = scanned;
  const { from, to } = scanned.paragraphs[p]!;
  const at = (j: number): string =>
    j < to && tokens.kind[j] === TokenKind.Punctuation ? tokens.text[tokens.start[j]!]! : '';
  if (charAt(tokens.text, tokens.start[from + 1]!) !== Char.Upper && !'…¿¡"“‘'.includes(at(from + 1) || ' '))
    return null;
  if (!'.?!…—–"”’'.includes(at(to - 1) || ' ')) return null;
  const spoken: (readonly [number, number])[] = [];
  let attributed = false;
  let open = from + 1;
  for (let j = from + 2; j < to; j++) {
    const dash = at(j) !== '' && isDash(tokens.text, tokens.start[j]!);
    if (open < 0) {
      if (dash && j + 1 < to) open = j + 1;
      continue;
    }
    if (!(dash || ',?!'.includes(at(j) || ' ')) || !attributionAt(scanned, j + 1, to, dash)) continue;
    spoken.push([open, dash || at(j) === ',' ? j : j + 1]);
    attributed = true;
    open = -1;
  }
  if (open >= 0 && open < to) spoken.push([open, to]);
  return { paragraph: p, spoken, attributed };
}

/** “said Brook”, “he replied” at `from`, and behind a dash “Ada Brook said” as well. */
function attributionAt({ tokens }: ScannedText, from: number, to: number, behindDash: boolean): boolean {
  const isCue = (j: number): boolean => {
    if (j >= to || tokens.kind[j] !== TokenKind.Word || charAt(tokens.text, tokens.start[j]!) !== Char.Lower)
      return false;
    const cue = cueOf(lowerOf(tokens, j));
    return cue?.core === true && cue.form === 'finite';
  };
  if (from + 1 >= to || tokens.kind[from] !== TokenKind.Word) return false;
  if (isCue(from)) return tokens.kind[from + 1] === TokenKind.Word;
  const stop = PRONOUNS.has(lowerOf(tokens, from)) ? from + 3 : behindDash ? from + LONGEST_SUBJECT : from;
  for (let j = from; j < stop && j < to && tokens.kind[j] === TokenKind.Word; j++) {
    if (FUNCTION_WORDS.has(lowerOf(tokens, j))) return false;
    if (isCue(j)) return true;
  }
  return false;
}

function spanOf({ tokens }: ScannedText, paragraph: number, from: number, to: number): MarkedSpan {
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  return {
    start,
    end,
    contentStart: start,
    contentEnd: end,
    from,
    to,
    outerFrom: from,
    outerTo: to,
    paragraph,
    closed: true,
    single: false,
    depth: 0,
    continued: false,
    dialogue: true,
  };
}
