import { chunkEnd } from './chunks';
import { Lex } from './lexicon';
import { Kind } from './model';
import { nameWords } from './nicknames';
import { foldedAt, has, phraseAt, Setting, type Reading } from './reading';
import { isCapital, Shape } from './words';

/** A name, in tokens. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly titleFrom: number;
  readonly kind: Kind;
  /** Little speaks for the kind against the others. */
  readonly tentative?: boolean;
}

interface Known {
  readonly words: readonly string[];
  readonly kind: Kind;
}

/**
 * The names of headlines and lines in capitals. A capital says nothing there, so a name is what the text names elsewhere, what the
 * lists hold, or a given name with a word behind it that is no common one.
 */
export function headlineNames(reading: Reading, elsewhere: readonly Found[]): Found[] {
  const known = formsOf(reading, elsewhere);
  const out: Found[] = [];
  const { scanned, setting } = reading;
  for (let s = 0; s < scanned.sentences.length; s++) {
    if (setting[s] === Setting.Prose) continue;
    const { from, to } = scanned.sentences[s]!;
    for (let i = from; i < to;) {
      const found = isCapital(reading.of[i]!) ? nameAt(reading, known, i, to, setting[s]!) : null;
      if (found && found.kind >= 0) out.push(found);
      i = found ? found.to : i + 1;
    }
  }
  return out;
}

function formsOf(reading: Reading, elsewhere: readonly Found[]): Map<string, Known[]> {
  const known = new Map<string, Known[]>();
  const seen = new Set<string>();
  for (const { from, to, kind } of elsewhere) {
    const words = nameWords(reading, from, to);
    const key = words.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    learn(known, words, kind);
    // Headlines have the surname alone.
    const last = reading.of[to - 1]!;
    if (
      kind === Kind.Person &&
      words.length > 1 &&
      last.text.length > 2 &&
      !(last.flags & (Lex.Function | Lex.Common)) &&
      !seen.has(last.folded)
    ) {
      seen.add(last.folded);
      learn(known, [last.folded], kind);
    }
  }
  for (const list of known.values()) list.sort((a, b) => b.words.length - a.words.length);
  return known;
}

function learn(known: Map<string, Known[]>, words: readonly string[], kind: Kind): void {
  const list = known.get(words[0]!);
  if (!list) known.set(words[0]!, [{ words, kind }]);
  else if (list.length < 20) list.push({ words, kind });
}

function nameAt(
  reading: Reading,
  known: ReadonlyMap<string, readonly Known[]>,
  i: number,
  to: number,
  setting: number,
): Found | null {
  const { of } = reading;
  const word = of[i]!;
  if (word.flags & (Lex.Honorific | Lex.Office) && !(word.flags & Lex.Given)) return null;
  for (const { words, kind } of known.get(word.folded) ?? []) {
    if (i + words.length > to) continue;
    let same = true;
    for (let k = 1; k < words.length && same; k++) same = foldedAt(reading, i + k) === words[k];
    if (same) return { from: i, to: i + words.length, titleFrom: i, kind };
  }
  const listed = listedAt(reading, i, to, setting);
  if (listed) return listed;
  if (word.flags & Lex.Given && !(word.flags & (Lex.Weak | Lex.Common | Lex.Function)) && i + 1 < to) {
    let end = i + 1;
    const last = Math.min(chunkEnd(reading, i, to), i + 3);
    while (end < last && isNamelike(reading, end)) end++;
    if (end > i + 1) return { from: i, to: end, titleFrom: i, kind: Kind.Person };
  }
  return null;
}

function isNamelike(reading: Reading, k: number): boolean {
  const word = reading.of[k]!;
  if (!isCapital(word)) return false;
  if (word.flags & (Lex.Surname | Lex.EastAsian)) return true;
  if (
    word.flags &
    (Lex.Function | Lex.Common | Lex.Speech | Lex.Office | Lex.Calendar | Lex.OrgHead | Lex.Event | Lex.PlaceHead)
  )
    return false;
  return reading.lowerCount(word) === 0;
}

function listedAt(reading: Reading, i: number, to: number, setting: number): Found | null {
  const found = phraseAt(reading, i, to);
  if (!found) return null;
  if (found.phrase.type === 'demonym') return { from: i, to: found.end, titleFrom: i, kind: -1 as Kind };
  // In a line of capitals “US” and “WHO” are as much the words.
  if (setting === Setting.AllCaps && found.phrase.exact !== '' && has(reading, i, Lex.Function)) return null;
  if (
    setting === Setting.AllCaps &&
    reading.of[i]!.shape === Shape.AllCaps &&
    found.end === i + 1 &&
    has(reading, i, Lex.Function | Lex.Common)
  )
    return null;
  return { from: i, to: found.end, titleFrom: i, kind: found.phrase.type === 'place' ? Kind.Place : Kind.Organization };
}
