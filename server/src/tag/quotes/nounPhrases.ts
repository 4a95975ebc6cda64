import { Char, charAt, DASHES } from '../../text/characters';
import type { ScannedText } from '../../text/scan';
import { TokenKind, type Tokens } from '../../text/tokens';
import functionWords from '../data/functionWords.json';
import { cueOf } from './cues';
import { isPlural, roleOf, TITLES } from './roleNouns';

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

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PRONOUNS = set(functionWords.subjectPronouns);
const DETERMINERS = set(functionWords.determiners);
const PARTICLES = set(functionWords.particles);
const CLOSED = set(`${functionWords.prepositions} ${functionWords.conjunctions} ${functionWords.auxiliaries}`);
const AUXILIARIES = set(functionWords.auxiliaries);
const ADVERBS = set(functionWords.adverbs);
const TIME_WORDS = set(functionWords.times);
/** Sentence-first words that are capitalised for their place only. */
const SENTENCE_FIRST = set(
  `${functionWords.prepositions} ${functionWords.conjunctions} ${functionWords.auxiliaries} ${functionWords.adverbs} there here yes no well now today let`,
);

/** Pronouns only where no noun follows: “others said”, not “others students”. */
const QUANTIFIERS = set('one others another many some several both neither few most half those');

function standsAlone(lower: readonly string[], next: number): boolean {
  const word = lower[next] ?? '';
  return word === 'of' || word === 'who' || CLOSED.has(word) || cueOf(word) !== undefined || ADVERBS.has(word);
}

/** A first word that is nowhere else capitalised, with no name behind it and no verb of speech: “Speaking to reporters”, “Hours later”. */
function owesCapital(tokens: Tokens, lower: readonly string[], proper: ReadonlySet<string>, i: number): boolean {
  const word = lower[i]!;
  if (proper.has(word) || roleOf(word)) return false;
  const next = i + 1;
  if (next >= tokens.count || tokens.kind[next] !== TokenKind.Word) return tokens.kind[next] !== TokenKind.Clitic;
  return (
    !isCapital(tokens, next) &&
    !AUXILIARIES.has(lower[next]!) &&
    lower[next] !== 'and' &&
    cueOf(lower[next]!) === undefined &&
    (!ADVERBS.has(lower[next]!) || BEHIND_A_TIME.has(lower[next]!))
  );
}

const BEHIND_A_TIME = set('later earlier once');

/** Longer runs of capitals are headlines and lists, not somebody. */
const LONGEST = 14;

/** The noun phrases of a text that can speak, ascending and disjoint; `nicknames` gives by the token of the opening mark the one behind the closing mark. One pass with bounded look-ahead. */
export function findNounPhrases(
  scanned: ScannedText,
  lower: readonly string[],
  nameAt: Int32Array,
  nicknames: ReadonlyMap<number, number>,
): NounPhrase[] {
  const out: NounPhrase[] = [];
  const proper = properWords(scanned, lower, nameAt);
  for (const sentence of scanned.sentences) {
    for (let i = sentence.from; i < sentence.to;) {
      const phrase = phraseAt(scanned.tokens, lower, proper, nameAt, nicknames, i, sentence.to, sentence.from);
      if (phrase) out.push(phrase);
      i = phrase ? phrase.to : i + 1;
    }
  }
  return out;
}

/** Words that stand capitalised inside a sentence: at the head of one, the others may owe the capital to their place. */
function properWords(scanned: ScannedText, lower: readonly string[], nameAt: Int32Array): ReadonlySet<string> {
  const proper = new Set<string>();
  for (const { from, to } of scanned.sentences) {
    for (let i = from; i < to; i++) {
      if (
        nameAt[i]! >= 0 ||
        (i > from + 1 && scanned.tokens.kind[i] === TokenKind.Word && isCapital(scanned.tokens, i))
      )
        proper.add(lower[i]!);
    }
  }
  return proper;
}

function phraseAt(
  tokens: Tokens,
  lower: readonly string[],
  proper: ReadonlySet<string>,
  nameAt: Int32Array,
  nicknames: ReadonlyMap<number, number>,
  i: number,
  end: number,
  sentenceStart: number,
): NounPhrase | null {
  if (tokens.kind[i] !== TokenKind.Word && tokens.kind[i] !== TokenKind.Number) {
    if (tokens.kind[i] === TokenKind.Address && tokens.text[tokens.start[i]!] === '@')
      return { from: i, to: i + 1, kind: 'name', nameFrom: i, head: '', possessive: false };
    return null;
  }
  const stop = Math.min(end, i + LONGEST);
  let j = i;
  let determined = false;
  while (j < stop && j < i + 3 && (DETERMINERS.has(lower[j]!) || (tokens.kind[j] === TokenKind.Number && j === i))) {
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
        CLOSED.has(lower[j + 1]!)
      )
        break;
      if (isCapital(tokens, j + 1) && nameTo === j) {
        nameFrom = -1; // Reuters’s Ann Smith
        j++;
        continue;
      }
      const next = restOfPossessive(tokens, lower, j + 1, stop);
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
        isCapital(tokens, j + 1) &&
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
    const mention = nameAt[j]!;
    // “officials warn | Ada Brook”: behind a role only another role or a name follows at once.
    const behindRole = roleTo >= 0 && roleTo < j;
    if (behindRole && (mention >= 0 || isCapital(tokens, j))) break;
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
      isCapital(tokens, j) &&
      !(
        j <= sentenceStart + 1 &&
        nameTo !== j &&
        (SENTENCE_FIRST.has(word) || (!nicknames.has(j + 1) && owesCapital(tokens, lower, proper, j)))
      ) &&
      !PRONOUNS.has(word) &&
      !TIME_WORDS.has(word)
    ) {
      if (nameTo < j || nameFrom < 0) nameFrom = j;
      nameTo = j + 1;
      head = roleOf(word) || head;
      j++;
      loose = 0;
      continue;
    }
    if (
      nameTo === j &&
      PARTICLES.has(word) &&
      j + 1 < stop &&
      tokens.kind[j + 1] === TokenKind.Word &&
      isCapital(tokens, j + 1) &&
      (word !== 'of' || nameTo === nameFrom + 1)
    ) {
      nameTo = j + 1;
      j++;
      continue;
    }
    const role = roleOf(word);
    const verb = cueOf(word) && (nameTo === j || roleTo === j) && cueOf(lower[j + 1] ?? '')?.form !== 'finite';
    if (role && !verb) {
      if (
        !determined &&
        roleTo < 0 &&
        nameTo < 0 &&
        !isPlural(word) &&
        !nameFollows(tokens, lower, j + 1, stop) &&
        !isPlural(lower[(restOfModified(tokens, lower, j + 1, stop)?.to ?? 0) - 1] ?? '')
      )
        break;
      nameFrom = -1;
      roleTo = j + 1;
      head = role;
      j++;
      loose = 0;
      continue;
    }
    const cue = cueOf(word);
    if (CLOSED.has(word) || DETERMINERS.has(word) || PRONOUNS.has(word) || cue?.form === 'finite') break;
    if (cue?.form === 'base' && (roleTo === j || nameTo === j) && isPlural(lower[j - 1]!)) break;
    if (nameTo === j && !determined && nameFrom === i) {
      const next = restOfModified(tokens, lower, j, stop);
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
      (!determined && !(TITLES.has(lower[i]!) && loose < 3) && loose > 1)
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
  if (PRONOUNS.has(lower[i]!) && (!QUANTIFIERS.has(lower[i]!) || standsAlone(lower, i + 1)))
    return { from: i, to: i + 1, kind: 'pronoun', nameFrom: i + 1, head: lower[i]!, possessive: false };
  return null;
}

/** The rest of “Trump’s | former campaign manager”: up to three words and a role noun. */
function restOfPossessive(
  tokens: Tokens,
  lower: readonly string[],
  from: number,
  stop: number,
): { to: number; head: string } | null {
  let found: { to: number; head: string } | null = null;
  for (let j = from; j < stop && j < from + 5 && tokens.kind[j] === TokenKind.Word; j++) {
    if (CLOSED.has(lower[j]!) || isCapital(tokens, j)) break;
    const role = roleOf(lower[j]!);
    if (role) found = { to: j + 1, head: role };
    else if (found) break;
  }
  return found;
}

/** “Kremlin | press spokesman”, “Finnish | customs data”: one or two nouns and a role noun behind a name that says whose. */
function restOfModified(
  tokens: Tokens,
  lower: readonly string[],
  from: number,
  stop: number,
): { to: number; head: string } | null {
  for (let j = from; j < stop && j < from + 3 && tokens.kind[j] === TokenKind.Word; j++) {
    const word = lower[j]!;
    const role = roleOf(word);
    if (role && !(cueOf(word) && !isPlural(word))) return { to: j + 1, head: role };
    if (CLOSED.has(word) || DETERMINERS.has(word) || PRONOUNS.has(word) || ADVERBS.has(word) || cueOf(word))
      return null;
    if (TIME_WORDS.has(word) || isCapital(tokens, j) || word.endsWith('ed') || word.endsWith('ly')) return null;
  }
  return null;
}

function isCapital(tokens: Tokens, i: number): boolean {
  return charAt(tokens.text, tokens.start[i]!) === Char.Upper;
}

/** “chief executive | Jane Doe”: a name behind a run of roles and titles. */
function nameFollows(tokens: Tokens, lower: readonly string[], i: number, stop: number): boolean {
  for (let j = i; j < stop && j < i + 4 && tokens.kind[j] === TokenKind.Word; j++) {
    if (isCapital(tokens, j)) return true;
    if (!TITLES.has(lower[j]!) && !roleOf(lower[j]!)) return false;
  }
  return false;
}
