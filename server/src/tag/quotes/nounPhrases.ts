import { DASHES } from '../../text/characters';
import type { ScannedText } from '../../text/scan';
import { TokenKind, type Tokens } from '../../text/tokens';
import { WordClass } from './classes';
import { roleOf } from './roleNouns';

/** Who may be a speaker: a name, a role, a pronoun. Tokens half open. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The tokens of the name at its end, titles included; empty for roles and pronouns. */
  readonly nameFrom: number;
  /** The noun at the head of a role, lower case, or ''. */
  readonly head: string;
  /** “Putin and Xi”: the second of a pair that is joined. */
  readonly possessive: boolean;
}

/** A text's words: lower case, '' for other tokens, and bits of `WordClass`. */
interface Words {
  readonly tokens: Tokens;
  readonly lower: readonly string[];
  readonly classes: Uint32Array;
}

/** Quantifiers are pronouns only where no noun follows: “others said”, not “others students”. */
function standsAlone({ lower, classes }: Words, next: number): boolean {
  return (
    (classes[next]! & (WordClass.Closed | WordClass.Cue | WordClass.Adverb)) !== 0 ||
    lower[next] === 'of' ||
    lower[next] === 'who'
  );
}

/** A first word that is nowhere else capitalised, with no name behind it and no verb of speech: “Speaking to reporters”, “Hours later”. */
function owesCapital({ tokens, lower, classes }: Words, proper: ReadonlySet<string>, i: number): boolean {
  if (classes[i]! & WordClass.Role || proper.has(lower[i]!)) return false;
  const next = i + 1;
  if (next >= tokens.count || tokens.kind[next] !== TokenKind.Word) return tokens.kind[next] !== TokenKind.Clitic;
  const behind = classes[next]!;
  return (
    !(behind & (WordClass.Capital | WordClass.Auxiliary | WordClass.Cue)) &&
    lower[next] !== 'and' &&
    (!(behind & WordClass.Adverb) || BEHIND_A_TIME.has(lower[next]!))
  );
}

const BEHIND_A_TIME = new Set(['later', 'earlier', 'once']);

/** Longer runs of capitals are headlines and lists, not somebody. */
const LONGEST = 14;

/** The noun phrases of a text that can speak, ascending and disjoint; `nicknames` gives by the token of the opening mark the one behind the closing mark. One pass with bounded look-ahead. */
export function findNounPhrases(
  scanned: ScannedText,
  lower: readonly string[],
  classes: Uint32Array,
  nameAt: Int32Array,
  nicknames: ReadonlyMap<number, number>,
): NounPhrase[] {
  const out: NounPhrase[] = [];
  const words: Words = { tokens: scanned.tokens, lower, classes };
  const proper = properWords(scanned, words, nameAt);
  for (const sentence of scanned.sentences) {
    for (let i = sentence.from; i < sentence.to;) {
      if (beginsNone(words, nameAt, i, sentence.to)) {
        i++;
        continue;
      }
      const phrase = phraseAt(words, proper, nameAt, nicknames, i, sentence.to, sentence.from);
      if (phrase) out.push(phrase);
      i = phrase ? phrase.to : i + 1;
    }
  }
  return out;
}

const BEGINS_PHRASE = WordClass.Determiner | WordClass.Pronoun | WordClass.Capital | WordClass.Role | WordClass.Title;
const ENDS_PHRASE = WordClass.Closed | WordClass.FiniteCue;

/** Most tokens begin no phrase, and two classes tell: a closed word, or a word of any kind before another that is neither name nor role. */
function beginsNone({ tokens, classes }: Words, nameAt: Int32Array, i: number, end: number): boolean {
  const kind = tokens.kind[i];
  if (kind !== TokenKind.Word) return kind === TokenKind.Punctuation || kind === TokenKind.Clitic;
  if (nameAt[i]! >= 0 || classes[i]! & BEGINS_PHRASE) return false;
  if (classes[i]! & ENDS_PHRASE || i + 1 >= end) return true;
  return (
    tokens.kind[i + 1] === TokenKind.Word &&
    nameAt[i + 1]! < 0 &&
    !(classes[i + 1]! & (WordClass.Capital | WordClass.Role))
  );
}

/** Words that stand capitalised inside a sentence: at the head of one, the others may owe the capital to their place. */
function properWords({ sentences }: ScannedText, { lower, classes }: Words, nameAt: Int32Array): ReadonlySet<string> {
  const proper = new Set<string>();
  for (const { from, to } of sentences)
    for (let i = from; i < to; i++)
      if (nameAt[i]! >= 0 || (i > from + 1 && classes[i]! & WordClass.Capital)) proper.add(lower[i]!);
  return proper;
}

function phraseAt(
  words: Words,
  proper: ReadonlySet<string>,
  nameAt: Int32Array,
  nicknames: ReadonlyMap<number, number>,
  i: number,
  end: number,
  sentenceStart: number,
): NounPhrase | null {
  const { tokens, lower, classes } = words;
  if (tokens.kind[i] !== TokenKind.Word && tokens.kind[i] !== TokenKind.Number) {
    if (tokens.kind[i] === TokenKind.Address && tokens.text[tokens.start[i]!] === '@')
      return { from: i, to: i + 1, kind: 'name', nameFrom: i, head: '', possessive: false };
    return null;
  }
  const stop = Math.min(end, i + LONGEST);
  let j = i;
  let determined = false;
  while (
    j < stop &&
    j < i + 3 &&
    (classes[j]! & WordClass.Determiner || (tokens.kind[j] === TokenKind.Number && j === i))
  ) {
    determined = true;
    j++;
    if (lower[j] === 'of' && lower[j + 1] === 'the') j++; // one of the officials
  }
  let nameFrom = -1;
  let nameTo = -1;
  let roleTo = -1;
  let head = '';
  let loose = 0;
  let possessive = false;
  while (j < stop) {
    const kind = tokens.kind[j]!;
    if (kind === TokenKind.Clitic) {
      // The possessor determines what follows: Trump’s campaign manager.
      if (
        (nameTo !== j && roleTo !== j) ||
        j + 1 >= stop ||
        tokens.kind[j + 1] !== TokenKind.Word ||
        classes[j + 1]! & WordClass.Closed
      )
        break;
      if (classes[j + 1]! & WordClass.Capital && nameTo === j) {
        nameFrom = -1; // Reuters’s Ann Smith
        j++;
        continue;
      }
      const next = restOfPossessive(words, j + 1, stop);
      if (!next) break;
      nameFrom = -1;
      roleTo = next.to;
      head = next.head;
      possessive = true;
      j = next.to;
      continue;
    }
    if (kind === TokenKind.Punctuation) {
      const behind = nicknames.get(j);
      if (behind !== undefined && nameTo === j && behind < stop) {
        nameTo = behind;
        j = behind;
        continue;
      }
      const c = tokens.text[tokens.start[j]!]!;
      if (
        DASHES.includes(c) &&
        tokens.glued[j] &&
        j + 1 < stop &&
        tokens.glued[j + 1] &&
        tokens.kind[j + 1] === TokenKind.Word
      ) {
        j++;
        continue;
      }
      if (
        (c === '&' || c === '.') &&
        tokens.kind[j + 1] === TokenKind.Word &&
        classes[j + 1]! & WordClass.Capital &&
        j + 1 < stop &&
        (c === '&' || tokens.glued[j + 1])
      ) {
        j++;
        continue;
      }
      break;
    }
    if (kind === TokenKind.Number) {
      if (!determined && nameTo !== j) break;
      j++;
      continue;
    }
    if (kind !== TokenKind.Word) break;
    const word = lower[j]!;
    const bits = classes[j]!;
    const mention = nameAt[j]!;
    // “officials warn | Ada Brook”: behind a role only another role or a name follows at once.
    const behindRole = roleTo >= 0 && roleTo < j;
    if (behindRole && (mention >= 0 || bits & WordClass.Capital)) break;
    if (mention >= 0) {
      let to = j + 1;
      while (to < end && nameAt[to] === mention) to++;
      // Two mentions side by side are a modifier and its name (Russian | Vladimir Putin), or the second is.
      nameFrom = j;
      nameTo = to;
      head = '';
      j = to;
      loose = 0;
      continue;
    }
    if (
      bits & WordClass.Capital &&
      !(
        j <= sentenceStart + 1 &&
        nameTo !== j &&
        (bits & WordClass.SentenceFirst || (!nicknames.has(j + 1) && owesCapital(words, proper, j)))
      ) &&
      !(bits & (WordClass.Pronoun | WordClass.Time))
    ) {
      if (nameTo < j || nameFrom < 0) nameFrom = j;
      nameTo = j + 1;
      if (bits & WordClass.Role) head = roleOf(word);
      j++;
      loose = 0;
      continue;
    }
    if (
      nameTo === j &&
      bits & WordClass.Particle &&
      j + 1 < stop &&
      tokens.kind[j + 1] === TokenKind.Word &&
      classes[j + 1]! & WordClass.Capital &&
      (word !== 'of' || nameTo === nameFrom + 1)
    ) {
      nameTo = j + 1;
      j++;
      continue;
    }
    const verb = bits & WordClass.Cue && (nameTo === j || roleTo === j) && !(classes[j + 1]! & WordClass.FiniteCue);
    if (bits & WordClass.Role && !verb) {
      if (
        !determined &&
        roleTo < 0 &&
        nameTo < 0 &&
        !(bits & WordClass.Plural) &&
        !nameFollows(words, j + 1, stop) &&
        !(classes[(restOfModified(words, j + 1, stop)?.to ?? 0) - 1]! & WordClass.Plural)
      )
        break;
      nameFrom = -1;
      roleTo = j + 1;
      head = roleOf(word);
      j++;
      loose = 0;
      continue;
    }
    if (bits & (WordClass.Closed | WordClass.Determiner | WordClass.Pronoun | WordClass.FiniteCue)) break;
    if (bits & WordClass.BaseCue && (roleTo === j || nameTo === j) && classes[j - 1]! & WordClass.Plural) break;
    if (nameTo === j && !determined && nameFrom === i) {
      const next = restOfModified(words, j, stop);
      if (!next) break;
      nameFrom = -1;
      roleTo = next.to;
      head = next.head;
      j = next.to;
      continue;
    }
    if (
      (nameTo === j && !determined) ||
      ++loose > 3 ||
      (!determined && !(classes[i]! & WordClass.Title && loose < 3) && loose > 1)
    )
      break;
    j++;
  }
  const to = Math.max(nameTo, roleTo);
  if (to > i && (nameTo > 0 || roleTo > 0)) {
    const named = nameTo > roleTo;
    return {
      from: i,
      to,
      kind: named ? 'name' : 'role',
      nameFrom: named ? Math.max(nameFrom, i) : to,
      head: named ? '' : head,
      possessive,
    };
  }
  if (classes[i]! & WordClass.Pronoun && (!(classes[i]! & WordClass.Quantifier) || standsAlone(words, i + 1)))
    return { from: i, to: i + 1, kind: 'pronoun', nameFrom: i + 1, head: lower[i]!, possessive: false };
  return null;
}

/** The rest of “Trump’s | former campaign manager”: up to three words and a role noun. */
function restOfPossessive(words: Words, from: number, stop: number): { to: number; head: string } | null {
  const { tokens, lower, classes } = words;
  let found: { to: number; head: string } | null = null;
  for (let j = from; j < stop && j < from + 5 && tokens.kind[j] === TokenKind.Word; j++) {
    if (classes[j]! & (WordClass.Closed | WordClass.Capital)) break;
    if (classes[j]! & WordClass.Role) found = { to: j + 1, head: roleOf(lower[j]!) };
    else if (found) break;
  }
  return found;
}

/** “Kremlin | press spokesman”, “Finnish | customs data”: one or two nouns and a role noun behind a name that says whose. */
function restOfModified(words: Words, from: number, stop: number): { to: number; head: string } | null {
  const { tokens, lower, classes } = words;
  for (let j = from; j < stop && j < from + 3 && tokens.kind[j] === TokenKind.Word; j++) {
    const bits = classes[j]!;
    if (bits & WordClass.Role && !(bits & WordClass.Cue && !(bits & WordClass.Plural)))
      return { to: j + 1, head: roleOf(lower[j]!) };
    if (bits & NO_MODIFIER || lower[j]!.endsWith('ed') || lower[j]!.endsWith('ly')) return null;
  }
  return null;
}

const NO_MODIFIER =
  WordClass.Closed |
  WordClass.Determiner |
  WordClass.Pronoun |
  WordClass.Adverb |
  WordClass.Cue |
  WordClass.Time |
  WordClass.Capital;

/** “chief executive | Jane Doe”: a name behind a run of roles and titles. */
function nameFollows({ tokens, classes }: Words, i: number, stop: number): boolean {
  for (let j = i; j < stop && j < i + 4 && tokens.kind[j] === TokenKind.Word; j++) {
    if (classes[j]! & WordClass.Capital) return true;
    if (!(classes[j]! & (WordClass.Title | WordClass.Role))) return false;
  }
  return false;
}
