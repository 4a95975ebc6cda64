import namewords from '../data/namewords.json';
import { DASHES } from '../../text/characters';
import { joinsByAnd, listsTopics, ownerEnd } from './coordination';
import { Lex } from './lexicon';
import { charOf, has, phraseAt, type Reading } from './reading';
import { isCapital, Shape } from './words';

/** No name is longer: a longer run of capitals is a list or noise, and is cut so that work stays linear. */
const LONGEST_CHUNK = 16;

/**
 * The end of the run of capitalized words that begins at `from`, in tokens: with hyphens, particles (von der, bin), and the small
 * words that join the parts of an organization or a place (Ministry of Trade and Industry).
 */
export function chunkEnd(reading: Reading, from: number, to: number): number {
  const { of, scanned } = reading;
  const { glued } = scanned.tokens;
  const limit = Math.min(to, from + LONGEST_CHUNK);
  let heads = 0; // the lexical bits of what was read so far
  let afterOf = false;
  let i = from;
  const listed = phraseAt(reading, from, to);
  for (;;) {
    heads |= of[i]!.flags;
    if (i === from && listed && listed.phrase.words.length > 1) {
      i = listed.end;
      heads |= of[i - 1]!.flags;
    } else i++;
    if (i >= limit) return limit;
    const word = of[i]!;
    if (isCapital(word)) continue;
    const c = charOf(reading, i);
    if (c !== '' && DASHES.slice(0, 4).includes(c) && glued[i] && i + 1 < limit && glued[i + 1]) {
      if (isCapital(of[i + 1]!)) {
        i++;
        continue;
      }
      if (i - 1 > from && isNameTail(reading, i + 1)) {
        i++;
        while (
          i + 2 < limit &&
          charOf(reading, i + 1) === '-' &&
          glued[i + 1] &&
          glued[i + 2] &&
          isNameTail(reading, i + 2)
        )
          i += 2;
        continue;
      }
      return i;
    }
    const owned = ownerEnd(reading, from, i, limit);
    if (owned > 0) continue;
    if (c === '&' && i + 1 < limit && isCapital(of[i + 1]!)) continue;
    if (c === ',' && afterOf && listsTopics(reading, i, limit)) continue;
    if (word.shape !== Shape.Lower) return i;
    const next = joint(reading, i, limit);
    if (next < 0) return i;
    switch (word.folded) {
      case 'of':
        if (heads & Lex.Given && !has(reading, i - 1, Lex.OrgBeforeOf | Lex.OrgHead | Lex.PlaceBefore | Lex.Department))
          return i;
        if (!(heads & (Lex.OrgBeforeOf | Lex.PlaceBefore | Lex.OrgHead)) && !has(reading, next, Lex.Department))
          return i;
        if (!(heads & (Lex.OrgBeforeOf | Lex.PlaceBefore | Lex.OrgHead | Lex.Office))) return i;
        afterOf = true;
        break;
      case 'for':
        if (!(heads & (Lex.OrgBeforeOf | Lex.OrgHead)) && !(has(reading, next, Lex.Department) && heads & Lex.Office))
          return i;
        // “the White House for US President …”
        if (has(reading, phraseAt(reading, next, limit)?.end ?? -1, Lex.Office | Lex.Honorific)) return i;
        afterOf = true;
        break;
      case 'and':
        if (!joinsByAnd(reading, from, i, next, limit, afterOf)) return i;
        break;
      default:
        if (!(word.flags & Lex.Particle)) return i;
    }
    i = next - 1;
    i++;
    heads |= of[i]!.flags;
  }
}

/** The next capital behind a joining word and at most one article or two particles, or -1. */
function joint(reading: Reading, i: number, limit: number): number {
  const { of } = reading;
  for (let k = i + 1; k <= i + 3 && k < limit; k++) {
    const word = of[k]!;
    if (isCapital(word)) return k;
    if (word.folded === 'the' && k === i + 1) continue;
    if (charOf(reading, k) === '-' || charOf(reading, k) === '‑') continue;
    if (word.shape !== Shape.Lower || !(word.flags & Lex.Particle)) return -1;
  }
  return -1;
}

/** Chan-o-cha, Ki-yoon: a small-lettered part of a given name, as against “Qatar-based”. */
function isNameTail(reading: Reading, i: number): boolean {
  const word = reading.of[i]!;
  if (word.shape !== Shape.Lower || word.text.length > 6 || word.flags & (Lex.Function | Lex.Common | Lex.Speech))
    return false;
  if (COMPOUND_ENDS.has(word.folded) || word.folded.endsWith('ed')) return false;
  return true;
}

const COMPOUND_ENDS = new Set(namewords.compoundEnds.split(' '));
