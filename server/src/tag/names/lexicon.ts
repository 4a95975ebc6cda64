import { TokenKind, tokenize } from '../../text/tokens';
import namewords from '../data/namewords.json';
import organizations from '../data/organizations.json';
import people from '../data/people.json';
import places from '../data/places.json';
import { fold } from './fold';

/** What a single word can be, as bits: a word may be several. */
export const enum Lex {
  Function = 1 << 0,
  Common = 1 << 1,
  Calendar = 1 << 2,
  Never = 1 << 3,
  HonorificMale = 1 << 4,
  HonorificFemale = 1 << 5,
  HonorificEither = 1 << 6,
  Office = 1 << 7,
  OfficeWord = 1 << 8,
  Department = 1 << 9,
  Particle = 1 << 10,
  /** al-, abu-, abd-: joined to the next part by a hyphen or a space. */
  Joined = 1 << 11,
  PersonSuffix = 1 << 12,
  Male = 1 << 13,
  Female = 1 << 14,
  /** A given name that is more often another word: no evidence at the head of a sentence. */
  Weak = 1 << 15,
  Surname = 1 << 16,
  EastAsian = 1 << 17,
  PlaceHead = 1 << 18,
  PlaceBefore = 1 << 20,
  Direction = 1 << 21,
  OrgHead = 1 << 22,
  OrgWeakHead = 1 << 23,
  OrgSuffix = 1 << 24,
  OrgBeforeOf = 1 << 25,
  Event = 1 << 26,
  Speech = 1 << 27,
  PlacePreposition = 1 << 28,
  Demonym = 1 << 29,

  Honorific = HonorificMale | HonorificFemale | HonorificEither,
  Given = Male | Female,
}

export type PhraseType = 'place' | 'organization' | 'demonym';

/** A name that the lists hold, one or more tokens long. */
export interface Phrase {
  /** Folded token texts. */
  readonly words: readonly string[];
  readonly type: PhraseType;
  /** Under which name the same thing is listed; the phrase itself for most. */
  readonly canonical: string;
  /** For an acronym, its spelling with capitals: `US`, `WHO`, `IS` are other words in lower case. '' for the rest. */
  readonly exact: string;
  /** A country: its name before another noun does not make that noun part of the name. */
  readonly country: boolean;
}

export interface Lexicon {
  readonly flags: ReadonlyMap<string, number>;
  /** By the first word; the longest phrase first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Folded listed name -> folded canonical name, for aliases of places and organizations (“uk” -> “united kingdom”). */
  readonly canonical: ReadonlyMap<string, string>;
  /** Countries and capitals of one folded word that is no other word in small letters. */
  readonly unmistakable: ReadonlySet<string>;
}

let loaded: Lexicon | null = null;

/** The lists, read on first use: a server that only serves settings should not pay for them. */
export function lexicon(): Lexicon {
  return (loaded ??= load());
}

function load(): Lexicon {
  const flags = new Map<string, number>();
  const add = (list: string, bit: number): void => {
    for (const word of list.split(' ')) flags.set(fold(word), (flags.get(fold(word)) ?? 0) | bit);
  };
  add(namewords.function, Lex.Function);
  add(namewords.common, Lex.Common);
  add(namewords.calendar, Lex.Calendar);
  add(namewords.never, Lex.Never);
  add(namewords.events, Lex.Event);
  add(namewords.speech, Lex.Speech);
  add(namewords.placePrepositions, Lex.PlacePreposition);
  add(people.honorificMale, Lex.HonorificMale);
  add(people.honorificFemale, Lex.HonorificFemale);
  add(people.honorificEither, Lex.HonorificEither);
  add(people.offices, Lex.Office);
  add(people.officeWords, Lex.OfficeWord);
  add(people.departments, Lex.Department);
  add(people.particles, Lex.Particle);
  add(people.joined, Lex.Joined);
  add(people.suffixes, Lex.PersonSuffix);
  add(people.male, Lex.Male);
  add(people.female, Lex.Female);
  add(people.weak, Lex.Weak);
  add(people.surnames, Lex.Surname);
  add(people.eastAsian, Lex.EastAsian);
  add(places.heads, Lex.PlaceHead);
  add(places.before, Lex.PlaceBefore);
  add(places.directions, Lex.Direction);
  add(organizations.strong, Lex.OrgHead);
  add(organizations.weakHeads, Lex.OrgWeakHead);
  add(organizations.suffixes, Lex.OrgSuffix);
  add(organizations.beforeOf, Lex.OrgBeforeOf);

  const phrases = new Map<string, Phrase[]>();
  const canonical = new Map<string, string>();
  const phrase = (name: string, type: PhraseType, of: string, country: boolean): void => {
    const words = phraseWords(name);
    if (words.length === 0) return;
    const exact = words.length === 1 && name === name.toUpperCase() ? name : '';
    const entry: Phrase = { words, type, canonical: of, exact, country };
    const first = words[0]!;
    const list = phrases.get(first);
    if (list) list.push(entry);
    else phrases.set(first, [entry]);
    if (type !== 'demonym' && fold(name) !== fold(of)) canonical.set(fold(name), fold(of));
    if (words.length === 1 && type === 'demonym') flags.set(first, (flags.get(first) ?? 0) | Lex.Demonym);
  };
  for (const continent of Object.values(places.countries)) {
    for (const line of continent.split(';')) {
      const [names = '', capitals = '', demonyms = ''] = line.split(':');
      const [name = '', ...aliases] = names.split('|');
      for (const form of [name, ...aliases]) phrase(form, 'place', name, true);
      for (const capital of split(capitals)) phrase(capital, 'place', capital, false);
      for (const demonym of split(demonyms)) phrase(demonym, 'demonym', name, false);
    }
  }
  for (const people of split(places.peoples)) phrase(people, 'demonym', people, false);
  for (const list of [places.cities, places.regions, places.features])
    for (const name of split(list)) phrase(name, 'place', name, false);
  for (const name of split(organizations.known)) phrase(name, 'organization', name, false);
  for (const entry of split(organizations.acronyms)) {
    const [short = '', long = short] = entry.split('=');
    phrase(short, 'organization', long, false);
    if (long !== short) phrase(long, 'organization', long, false);
  }
  const unmistakable = new Set<string>();
  for (const continent of Object.values(places.countries)) {
    for (const line of continent.split(';')) {
      const [names = '', capitals = ''] = line.split(':');
      for (const name of [...names.split('|'), ...split(capitals)]) {
        if (/^\p{Lu}\p{Ll}{3,}$/u.test(name) && !flags.has(fold(name))) unmistakable.add(fold(name));
      }
    }
  }
  for (const word of places.alsoWords.split(' ')) unmistakable.delete(word);
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { flags, phrases, canonical, unmistakable };
}

function split(list: string): string[] {
  return list === '' ? [] : list.split(',');
}

/** The folded tokens of a listed name, cut as the scanner cuts a text. */
function phraseWords(name: string): string[] {
  const tokens = tokenize(name);
  const out: string[] = [];
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kind[i] !== TokenKind.Newline) out.push(fold(name.slice(tokens.start[i], tokens.end[i])));
  return out;
}
