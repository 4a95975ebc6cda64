import namewords from '../data/namewords.json';
import { Lex } from './lexicon';
import type { Candidate } from './model';
import { charOf, foldedAt, has, phraseAt, type Reading } from './reading';
import { institutionEnd, isBreak, isInstitution, isOffice, officeEnd, officeStart } from './offices';
import { loneWord } from './loneWord';
import { weigh, type Evidence } from './wordEvidence';
import { isCapital, Shape, type Word } from './words';

/** Cuts a run of capitals into candidates: titles, offices, dates and demonyms are taken off, the rest is weighed by its words. */
export function segment(reading: Reading, from: number, to: number, out: Candidate[]): void {
  const { of } = reading;
  let a = from;
  let b = to;
  while (a < b && isTrimmed(reading, a, b)) a++;
  const named = phraseAt(reading, a, b);
  if (named?.end !== b) {
    while (b > a && !isCapital(of[b - 1]!) && !isHyphened(reading, b - 1)) b--;
    while (
      b > a + 1 &&
      of[b - 1]!.flags & Lex.Function &&
      of[b - 1]!.shape === Shape.Capital &&
      !endsName(reading, a, b)
    )
      b--;
  }
  if (a >= b) return;
  // Party and state of an American lawmaker: D-Mont.
  if (b - a === 3 && of[a]!.shape === Shape.Initial && foldedAt(reading, a + 1) === '-') return;
  if (
    reading.weak[a] &&
    b - a > 1 &&
    isParticiple(reading, a) &&
    (phraseAt(reading, a + 1, b) || has(reading, a + 1, Lex.Given | Lex.Office | Lex.Honorific))
  )
    a++;
  if (splitPair(reading, a, b, out)) return;
  const whole = phraseAt(reading, a, b);
  if (whole && whole.end === b) return plain(reading, a, b, a, out);
  for (let k = a; k < b; k++) {
    if (!(of[k]!.flags & (Lex.Calendar | Lex.Never)) || !isBreak(reading, k, a, b)) continue;
    if (k === b - 1 && endsInPronoun(reading, a, b)) continue;
    segment(reading, a, k, out);
    segment(reading, k + 1, b, out);
    return;
  }
  const institution = isInstitution(reading, a, b);
  const joined = jointOf(reading, a, b);
  for (let k = a; k + 1 < b; k++) {
    if (!(of[k]!.flags & Lex.Honorific) || !isCapital(of[k + 1]!)) continue;
    // “the Government of King Rashed bin Ali”, but King Rashed University
    if (institution && !(joined > a && joined < k && has(reading, k + 1, Lex.Given))) continue;
    if (of[k]!.flags & Lex.Given && !(of[k]!.text.endsWith('.') || k === a)) continue;
    if (k > a) segment(reading, a, officeStart(reading, a, k), out);
    person(reading, k + 1, b, k, out);
    return;
  }
  for (let k = a; k < b; k++) {
    if (!(of[k]!.flags & Lex.Office) || !isOffice(reading, k, a, b)) continue;
    const start = officeStart(reading, a, k);
    segment(reading, a, start, out);
    const m = officeEnd(reading, k + 1, b);
    const headed = institutionEnd(reading, m, b);
    if (headed > m) {
      plain(reading, m, headed, m, out);
      if (headed < b) person(reading, headed, b, headed, out);
      return;
    }
    if (m < b) person(reading, m, b, start, out);
    return;
  }
  plain(reading, a, b, a, out);
}

/** “Considering Chad’s reply”: a word that a sentence begins with, before a name. */
function isParticiple(reading: Reading, i: number): boolean {
  const { folded, flags } = reading.of[i]!;
  return /(?:ing|ed|ly)$/.test(folded) && folded.length > 4 && !(flags & (Lex.Given | Lex.Surname | Lex.EastAsian));
}

/** “Russia-Ukraine talks”, “US-Israeli”: a hyphen between two listed names joins two names. */
function splitPair(reading: Reading, a: number, b: number, out: Candidate[]): boolean {
  for (let k = a + 1; k + 1 < b; k++) {
    if (!reading.scanned.tokens.glued[k] || !'-–'.includes(foldedAt(reading, k))) continue;
    const whole = phraseAt(reading, a, b);
    if (whole && whole.end > k) return false;
    const left = phraseAt(reading, a, k);
    const right = phraseAt(reading, k + 1, b);
    if (!(left && left.end === k) && !(right && reading.of[k - 1]!.flags & Lex.Demonym)) continue;
    if (!right && !has(reading, k + 1, Lex.Demonym)) continue;
    // The US-China Business Council is one name.
    if ((right?.end ?? k + 2) < b && has(reading, b - 1, Lex.OrgHead | Lex.Event | Lex.PlaceHead)) return false;
    segment(reading, a, k, out);
    segment(reading, k + 1, b, out);
    return true;
  }
  return false;
}

function isTrimmed(reading: Reading, i: number, to: number): boolean {
  const word = reading.of[i]!;
  if (!isCapital(word)) return true;
  if (LEADING.has(word.folded)) return true;
  // “met Will Smith”: behind other words the capital is the name's.
  if (word.flags & Lex.Weak && !reading.weak[i] && i + 1 < to && isCapital(reading.of[i + 1]!)) return false;
  if (word.flags & Lex.Function && word.shape !== Shape.AllCaps) {
    // “the Tomorrow Group”: inside a sentence only a name gives such a word a capital.
    if (
      word.shape === Shape.Capital &&
      !reading.weak[i] &&
      !JOINING.has(word.folded) &&
      isInstitution(reading, i, to) &&
      isCapital(reading.of[i + 1]!)
    )
      return false;
    const phrase = phraseAt(reading, i, to);
    return phrase === null || phrase.phrase.type === 'demonym';
  }
  return false;
}

const JOINING = new Set(namewords.joining.split(' '));
const LEADING = new Set(namewords.leadingWords.split(' '));

/** The last word is one of a name's all the same: “Theresa May”, a listed name, a program called “Fix It”. */
function endsName(reading: Reading, a: number, b: number): boolean {
  if (endsInPronoun(reading, a, b)) return true;
  return (has(reading, b - 2, Lex.Given) && !has(reading, b - 2, Lex.Weak)) || inPhrase(reading, a, b);
}

/** In prose nobody writes a pronoun with a capital inside a sentence, unless it is in a name. */
function endsInPronoun({ of, weak }: Reading, a: number, b: number): boolean {
  return b - a === 2 && OBJECTS.has(of[b - 1]!.folded) && of[b - 1]!.shape === Shape.Capital && !weak[b - 1];
}

const OBJECTS = new Set(['it', 'me', 'us', 'them']);

function inPhrase(reading: Reading, a: number, b: number): boolean {
  for (let k = a; k < b; k++) {
    const found = phraseAt(reading, k, b);
    if (found && found.end === b) return true;
  }
  return false;
}

function isHyphened(reading: Reading, i: number): boolean {
  return reading.scanned.tokens.glued[i] === 1 && reading.of[i]!.shape === Shape.Lower;
}

/** What stands behind a title. */
function person(reading: Reading, from: number, to: number, titleFrom: number, out: Candidate[]): void {
  const { of } = reading;
  let a = from;
  while (a + 1 < to && of[a]!.flags & (Lex.Honorific | Lex.Office) && !(of[a]!.flags & Lex.Given)) a++;
  while (a < to && !isCapital(of[a]!)) a++;
  if (a >= to) return;
  if (
    to - a === 1 &&
    of[a]!.flags & (Lex.Office | Lex.Function | Lex.OrgHead | Lex.Demonym) &&
    !(of[a]!.flags & (Lex.Given | Lex.Surname | Lex.EastAsian))
  )
    return;
  const listed = phraseAt(reading, a, to);
  if (listed && listed.end === to && listed.phrase.words.length > 1) return plain(reading, a, to, a, out);
  if (isInstitution(reading, a, to) && !(of[a]!.flags & (Lex.Given | Lex.Surname)))
    return plain(reading, a, to, a, out);
  push(reading, a, to, titleFrom, [listed ? 3 : 4, 0, listed?.phrase.type === 'place' ? 2 : 0, 0], out);
}

function plain(reading: Reading, a: number, b: number, titleFrom: number, out: Candidate[]): void {
  const { of } = reading;
  // “State Del. Ada Rhys”: a delegate
  if (of[b - 1]!.folded === 'del' && charOf(reading, b) === '.') return;
  const listed = phraseAt(reading, a, b);
  if (listed && listed.end === b) {
    if (listed.phrase.type === 'demonym') return;
    const doubt = b - a === 1 && of[a]!.flags & (Lex.Given | Lex.Surname) ? 1.5 : 4;
    push(reading, a, b, titleFrom, listed.phrase.type === 'place' ? [0, 0, doubt, 0] : [0, doubt, 0, 0], out);
    return;
  }
  if (b - a === 1) {
    const evidence = loneWord(reading, a);
    if (evidence) push(reading, a, b, a, evidence, out);
    return;
  }
  const last = of[b - 1]!;
  const first = of[a]!;
  // “the Crown Prince”: an office, and nobody's name behind it.
  if (
    last.flags & (Lex.Honorific | Lex.Office) &&
    b - a === 2 &&
    first.flags & Lex.OfficeWord &&
    !(last.flags & Lex.Surname) &&
    !(first.flags & Lex.Given)
  )
    return;
  const joint = jointOf(reading, a, b);
  if (joint > a) {
    const head = of[joint - 1]!.flags | first.flags;
    if (head & Lex.OrgBeforeOf && !(of[joint - 1]!.flags & Lex.PlaceBefore && !(of[joint - 1]!.flags & Lex.OrgHead)))
      return push(reading, a, b, titleFrom, [0, 4, 0, 0], out);
    if (head & Lex.PlaceBefore) return push(reading, a, b, titleFrom, [0, 0, 3, 0], out);
    if (head & Lex.OrgHead) return push(reading, a, b, titleFrom, [0, 3, 0, 0], out);
  }
  if (last.flags & Lex.OrgSuffix && b - a > 1) return push(reading, a, b, titleFrom, [0, 5, 0, 0], out);
  const second = of[a + 1]!;
  // “Brothers Jason and …”, “ASI Karim”: a common noun or an acronym before a given name belongs to no name.
  if (
    b - a > 2 &&
    second.flags & Lex.Given &&
    !(second.flags & Lex.Weak) &&
    !(first.flags & (Lex.Given | Lex.Surname | Lex.EastAsian | Lex.Joined))
  ) {
    if (first.flags & Lex.Common && first.shape === Shape.Capital) return segment(reading, a + 1, b, out);
    if (isAcronym(first)) {
      plain(reading, a, a + 1, titleFrom, out);
      return segment(reading, a + 1, b, out);
    }
  }
  // “Ada Rhys IMF”: behind somebody's name an acronym is whose she is.
  if (b - a > 2 && first.flags & Lex.Given && !(first.flags & Lex.Weak) && isAcronym(last) && isCapital(of[b - 2]!)) {
    plain(reading, a, b - 1, titleFrom, out);
    return plain(reading, b - 1, b, b - 1, out);
  }
  const given = first.flags & Lex.Given && !(first.flags & Lex.Demonym) ? (first.flags & Lex.Weak ? 1.5 : 3) : 0;
  if (last.flags & (Lex.OrgHead | Lex.PlaceHead | Lex.Event)) {
    const personal = given + (last.flags & (Lex.Surname | Lex.Given | Lex.EastAsian) ? 1.5 : 0) - (b - a > 2 ? 2.5 : 0);
    const org = last.flags & Lex.OrgHead ? (last.flags & Lex.OrgWeakHead ? 2 : 3.5) : 0;
    const place = last.flags & Lex.PlaceHead ? (org > 0 && last.folded !== 'city' ? 1.5 : 3) : 0;
    return push(
      reading,
      a,
      b,
      titleFrom,
      [personal, org, place, last.flags & Lex.Event ? (org > 2 ? 1 : org > 0 ? 2.2 : 3) : 0],
      out,
    );
  }
  const tail = phraseAt(reading, b - 1, b);
  if (tail && tail.phrase.type === 'demonym' && !(last.flags & (Lex.Surname | Lex.Given)))
    return segment(reading, a, b - 1, out);
  if (tail && tail.phrase.type === 'place' && has(reading, b - 2, Lex.OrgHead) && !given)
    return push(reading, a, b, titleFrom, [0, 3, 0, 0], out);
  if (first.flags & Lex.Demonym && listed && listed.phrase.type === 'demonym')
    return segment(reading, listed.end, b, out);
  for (let k = a + 1; k + 1 < b; k++) {
    if (of[k]!.flags & Lex.OrgHead && of[k + 1]!.flags & Lex.Given && !(of[k]!.flags & (Lex.Given | Lex.Surname))) {
      plain(reading, a, k + 1, titleFrom, out);
      segment(reading, k + 1, b, out);
      return;
    }
  }
  if (listed && listed.phrase.type === 'organization' && listed.end < b && !hasHead(reading, listed.end, b)) {
    push(reading, a, listed.end, titleFrom, [0, 4, 0, 0], out);
    return segment(reading, listed.end, b, out);
  }
  if (listed && listed.phrase.country && listed.end < b && !given) {
    const next = of[listed.end]!;
    // “the ambassador to Peru Joaquim …”
    if ((next.flags & Lex.Given && !(next.flags & Lex.Weak)) || (next.shape === Shape.Initial && listed.end + 1 < b)) {
      push(reading, a, listed.end, titleFrom, [0, 0, 4, 0], out);
      return segment(reading, listed.end, b, out);
    }
  }
  push(reading, a, b, titleFrom, weigh(reading, a, b, given), out);
}

function isAcronym({ shape, text, flags }: Word): boolean {
  return (
    shape === Shape.AllCaps &&
    text.length > 2 &&
    text.length < 7 &&
    !(flags & (Lex.Given | Lex.Surname | Lex.PersonSuffix | Lex.EastAsian | Lex.Office | Lex.Honorific))
  );
}

function hasHead(reading: Reading, a: number, b: number): boolean {
  for (let k = a; k < b; k++) {
    const { flags } = reading.of[k]!;
    if (flags & Lex.Given) return false;
    if (flags & Lex.OrgHead) return true;
  }
  return false;
}

/** The first small joining word of an organization's or a place's name (`of`, `for`, `and`), or -1. */
function jointOf(reading: Reading, a: number, b: number): number {
  for (let k = a + 1; k < b; k++) {
    const folded = reading.of[k]!.folded;
    if (folded === 'of' || folded === 'for') return k;
  }
  return -1;
}

function push(
  reading: Reading,
  from: number,
  end: number,
  titleFrom: number,
  lexical: Evidence,
  out: Candidate[],
): void {
  let to = end;
  if (phraseAt(reading, from, end)?.end !== end)
    while (to > from + 1 && !isCapital(reading.of[to - 1]!) && !isHyphened(reading, to - 1)) to--;
  const weak =
    to - from === 1 && (reading.weak[from] === 1 || reading.setting[reading.scanned.sentenceOf[from]!] !== 0);
  out.push({ from, to, titleFrom, key: keyOf(reading, from, to), lexical, context: [0, 0, 0, 0], weak });
}

function keyOf(reading: Reading, from: number, to: number): string {
  let key = foldedAt(reading, from);
  for (let k = from + 1; k < to; k++) key += ` ${foldedAt(reading, k)}`;
  return key;
}
