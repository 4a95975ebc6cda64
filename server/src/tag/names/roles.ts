import type { Found } from './headlines';
import { Lex } from './lexicon';
import { charOf, type Reading } from './reading';
import { isCapital, Shape } from './words';

const LONGEST_ROLE = 14;
/** Words before a role that say nothing away from their sentence. */
const LEADING = new Set(['the', 'a', 'an', 'its', 'their']);

/** How the text introduces a person: the office before the name, or the apposition behind it, without an article. '' where it does neither. */
export function roleOf(reading: Reading, mentions: readonly Found[]): string {
  for (const mention of mentions.slice(0, 4)) {
    const role = before(reading, mention) || behind(reading, mention);
    if (role !== '') return role;
  }
  return '';
}

function before(reading: Reading, { from, titleFrom }: Found): string {
  const { of, scanned } = reading;
  let start = titleFrom;
  while (start < from && of[start]!.flags & Lex.Honorific && !(of[start]!.flags & Lex.Office)) start++;
  const head = scanned.sentences[scanned.sentenceOf[from]!]!.from;
  if (start === from) {
    // “said the lawmaker Jane Roe”: an office in small letters directly before.
    while (
      start > head &&
      from - start < 4 &&
      of[start - 1]!.shape === Shape.Lower &&
      of[start - 1]!.flags & (Lex.Office | Lex.OfficeWord)
    )
      start--;
    if (start === from || !(of[from - 1]!.flags & Lex.Office)) return '';
  }
  if (!holdsOffice(reading, start, from)) return '';
  while (
    start > head &&
    from - start < 6 &&
    of[start - 1]!.flags & (Lex.Demonym | Lex.OfficeWord) &&
    isCapital(of[start - 1]!)
  )
    start--;
  return slice(reading, start, from);
}

function behind(reading: Reading, { to }: Found): string {
  const { of, scanned } = reading;
  if (to >= of.length || charOf(reading, to) !== ',') return '';
  const sentence = scanned.sentences[scanned.sentenceOf[to]!]!;
  const limit = Math.min(sentence.to, to + 1 + LONGEST_ROLE);
  let end = to + 1;
  while (
    end < limit &&
    !',;.:“”"('.includes(charOf(reading, end) || ' ') &&
    !(of[end]!.folded === 'who' || of[end]!.folded === 'said')
  )
    end++;
  if (end === limit && limit < sentence.to) return '';
  if (end <= to + 1 || !holdsOffice(reading, to + 1, Math.min(end, to + 6))) return '';
  return slice(reading, LEADING.has(of[to + 1]!.folded) && end > to + 2 ? to + 2 : to + 1, end);
}

function holdsOffice(reading: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (reading.of[k]!.flags & Lex.Office) return true;
  return false;
}

function slice(reading: Reading, from: number, to: number): string {
  const { text, tokens } = reading.scanned;
  return text.slice(tokens.start[from], tokens.end[to - 1]).replace(/\s+/g, ' ');
}
