import { TokenKind } from '../../text/tokens';
import type { Entity, Speaker } from '../model';
import { isPlural, TITLES, WRITINGS, type NounPhrase } from './nounPhrases';
import { PREPOSITIONS, punctuationAt, wordSet, type Reading } from './reading';
import type { Source } from './subjects';

/** Somebody who was named or spoke, for the pronouns behind. */
interface Candidate {
  readonly token: number;
  readonly name: string;
  readonly entity: number;
  readonly gender: Entity['gender'];
  /** Not behind a preposition and no possessor: what a pronoun most often takes up. */
  readonly subject: boolean;
}

const MALE_TITLES = wordSet('mr sir lord king prince father brother pope imam rabbi congressman councilman');
const FEMALE_TITLES = wordSet('mrs ms miss dame lady queen princess sister congresswoman councilwoman');
const SINGULAR_PRONOUNS: Readonly<Record<string, Entity['gender']>> = { he: 'male', she: 'female' };
/** Offices whose holder “the leader” of a country is. */
const LEADERS = [
  'president',
  'premier',
  'prime minister',
  'chancellor',
  'leader',
  'head of state',
  'king',
  'queen',
  'emperor',
];
/** Farther back than this a pronoun is not resolved. */
const FARTHEST_PARAGRAPHS = 3;

/** Turns the phrases of one text into speakers. To be asked in the order of the text. */
export class SpeakerResolver {
  private readonly candidates: Candidate[];
  private next = 0;
  private readonly recent: Candidate[] = [];
  private readonly fullNames: Map<string, string | null>;
  /** Whose statement, letter, … “the statement” is. */
  private readonly writers = new Map<string, Speaker>();

  constructor(private readonly reading: Reading) {
    this.fullNames = fullNamesBySurname(reading);
    this.candidates = reading.phrases.flatMap((phrase) => {
      const candidate = this.candidateOf(phrase);
      return candidate ? [candidate] : [];
    });
  }

  resolve(source: Source): Speaker {
    const speaker = this.speakerOf(source.phrase);
    const whole = source.joined ? this.joinWith(source.joined, speaker) : speaker;
    this.rememberWriting(source, whole);
    return whole;
  }

  /** For rules that name no phrase of their own, e.g. a label. */
  speakerOf(phrase: NounPhrase): Speaker {
    const span = this.spanOf(phrase);
    if (phrase.kind === 'pronoun') {
      const found = this.antecedent(phrase);
      return { ...span, name: found?.name ?? this.written(phrase), entity: found?.entity ?? -1 };
    }
    if (phrase.kind === 'name') {
      const entity = this.entityIn(phrase.nameFrom, phrase.to);
      if (entity >= 0) return { ...span, name: this.reading.entities[entity]!.name, entity };
      const bare = this.withoutTitles(phrase);
      return { ...span, name: this.fullNames.get(surnameOf(bare)) ?? bare, entity: -1 };
    }
    const described = this.describedBy(phrase);
    return described
      ? { ...span, name: described.name, entity: described.entity }
      : { ...span, name: this.written(phrase), entity: -1 };
  }

  private joinWith(first: NounPhrase, second: Speaker): Speaker {
    const other = this.speakerOf(first);
    return { start: other.start, end: second.end, name: `${other.name} and ${second.name}`, entity: -1 };
  }

  private spanOf(phrase: NounPhrase): { start: number; end: number } {
    const { tokens } = this.reading;
    const from = phrase.kind === 'name' ? phrase.nameFrom : phrase.from;
    return { start: tokens.start[from]!, end: tokens.end[this.endOf(phrase) - 1]! };
  }

  /** “a spokesman | for the ministry”: a role takes what says whose. */
  private endOf(phrase: NounPhrase): number {
    const { lower, phrases, phraseFrom } = this.reading;
    if (phrase.kind !== 'role' || !(lower[phrase.to] === 'of' || lower[phrase.to] === 'for')) return phrase.to;
    const index = phraseFrom[phrase.to + 1] ?? -1;
    return index >= 0 && phrases[index]!.kind !== 'pronoun' ? phrases[index]!.to : phrase.to;
  }

  private written(phrase: NounPhrase): string {
    const { start, end } = this.spanOf(phrase);
    return this.reading.tokens.text.slice(start, Math.min(end, start + 160)).replace(/\s+/g, ' ');
  }

  private entityIn(from: number, to: number): number {
    const { nameAt, names, entities } = this.reading;
    let found = -1;
    for (let i = from; i < to; i++) {
      const mention = nameAt[i]!;
      if (mention < 0) continue;
      const entity = names[mention]!.entity;
      if (entities[entity] && (found < 0 || entities[entity].type === 'person' || entities[found]!.type !== 'person'))
        found = entity;
    }
    return found;
  }

  private withoutTitles(phrase: NounPhrase): string {
    const { tokens, lower } = this.reading;
    let from = phrase.nameFrom;
    while (from < phrase.to - 1 && TITLES.has(lower[from]!.replace(/\.$/, ''))) from++;
    return tokens.text
      .slice(tokens.start[from], Math.min(tokens.end[phrase.to - 1]!, tokens.start[from]! + 160))
      .replace(/\s+/g, ' ');
  }

  private candidateOf(phrase: NounPhrase): Candidate | null {
    const { reading } = this;
    if (phrase.kind !== 'name' || reading.quotedBy[phrase.from]! >= 0) return null;
    const entity = this.entityIn(phrase.nameFrom, phrase.to);
    if (entity >= 0 ? reading.entities[entity]!.type !== 'person' : reading.entities.length > 0) return null;
    const title = reading.lower[phrase.nameFrom]!.replace(/\.$/, '');
    const gender = MALE_TITLES.has(title)
      ? 'male'
      : FEMALE_TITLES.has(title)
        ? 'female'
        : entity >= 0
          ? reading.entities[entity]!.gender
          : '';
    const bare = this.withoutTitles(phrase);
    return {
      token: phrase.from,
      name: entity >= 0 ? reading.entities[entity]!.name : (this.fullNames.get(surnameOf(bare)) ?? bare),
      entity,
      gender,
      subject:
        !PREPOSITIONS.has(reading.lower[phrase.from - 1] ?? '') && reading.tokens.kind[phrase.to] !== TokenKind.Clitic,
    };
  }

  /** The person a “he” or “she” takes up: of the nearest sentence that names a compatible one, its first subject, else its last name. */
  private antecedent(phrase: NounPhrase): Candidate | null {
    const gender = SINGULAR_PRONOUNS[phrase.head];
    if (gender === undefined) return null;
    const { sentences, sentenceOf } = this.reading.scanned;
    while (this.next < this.candidates.length && this.candidates[this.next]!.token < phrase.from)
      this.recent.push(this.candidates[this.next++]!);
    let best: Candidate | null = null;
    let sentence = -1;
    const here = sentences[sentenceOf[phrase.from]!]!.paragraph;
    for (let c = this.recent.length - 1; c >= 0 && c >= this.recent.length - 24; c--) {
      const candidate = this.recent[c]!;
      if (candidate.token >= phrase.from) continue;
      if (candidate.gender !== '' && candidate.gender !== gender) continue;
      const at = sentenceOf[candidate.token]!;
      if (here - sentences[at]!.paragraph > FARTHEST_PARAGRAPHS) break;
      if (best && at !== sentence) break;
      sentence = at;
      if (!best || candidate.subject) best = candidate;
    }
    if (best) this.recent.push({ ...best, token: phrase.from, subject: true });
    return best;
  }

  /** “the Russian leader”, “the statement”: whom or what it describes, where that is one. */
  private describedBy(phrase: NounPhrase): { name: string; entity: number } | null {
    const { reading } = this;
    if (WRITINGS.has(phrase.head)) return this.writers.get(phrase.head) ?? null;
    if (reading.lower[phrase.from] !== 'the' || isPlural(reading.lower[phrase.to - 1]!) || phrase.possessive)
      return null;
    let found = -1;
    for (let e = 0; e < reading.entities.length && e < 200; e++) {
      const { type, role } = reading.entities[e]!;
      if (type !== 'person' || !role) continue;
      const said = role.toLowerCase();
      let fits = true;
      for (let t = phrase.from + 1; t < phrase.to && fits; t++)
        if (reading.lower[t])
          fits =
            said.includes(reading.lower[t]!) ||
            (reading.lower[t] === 'leader' && LEADERS.some((leader) => said.includes(leader)));
      if (!fits) continue;
      if (found >= 0) return null;
      found = e;
    }
    return found >= 0 ? { name: reading.entities[found]!.name, entity: found } : null;
  }

  /** “said in a joint statement”: from here on “the statement” is theirs. */
  private rememberWriting(source: Source, speaker: Speaker): void {
    const { reading } = this;
    for (let t = source.cueTo; t < reading.tokens.count && t < source.cueTo + 7; t++) {
      if (punctuationAt(reading.tokens, t) !== '' || reading.quotedBy[t]! >= 0) return;
      if (WRITINGS.has(reading.lower[t]!)) {
        this.writers.set(reading.lower[t]!, speaker);
        return;
      }
    }
  }
}

function surnameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** The one longer name that ends in each surname, or null where there are two. For texts in which the names stage found nothing. */
function fullNamesBySurname(reading: Reading): Map<string, string | null> {
  const full = new Map<string, string | null>();
  if (reading.entities.length > 0) return full;
  const { tokens } = reading;
  for (const phrase of reading.phrases) {
    if (phrase.kind !== 'name' || phrase.to - phrase.nameFrom < 2) continue;
    let from = phrase.nameFrom;
    while (from < phrase.to - 1 && TITLES.has(reading.lower[from]!.replace(/\.$/, ''))) from++;
    if (phrase.to - from < 2) continue;
    const name = tokens.text
      .slice(tokens.start[from], Math.min(tokens.end[phrase.to - 1]!, tokens.start[from]! + 160))
      .replace(/\s+/g, ' ');
    const surname = surnameOf(name);
    const known = full.get(surname);
    full.set(surname, known === undefined || known === name ? name : null);
  }
  return full;
}
