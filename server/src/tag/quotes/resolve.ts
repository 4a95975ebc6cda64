import { TokenKind } from '../../text/tokens';
import type { Entity, Speaker } from '../model';
import type { NounPhrase } from './nounPhrases';
import { isPlural, PEOPLE, TITLES, WRITINGS } from './roleNouns';
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
  /** Behind a preposition and no possessor: never what a subject pronoun of the same sentence means (“in a talk with Reed, he said”). */
  readonly governed: boolean;
}

const MALE_TITLES = wordSet('mr sir lord king prince father brother pope imam rabbi congressman councilman');
const FEMALE_TITLES = wordSet('mrs ms miss dame lady queen princess sister congresswoman councilwoman');
const MALE_ROLES = wordSet(
  'man boy policeman businessman chairman congressman councilman father dad son brother husband widower boyfriend uncle nephew grandfather grandson king prince emperor monk actor waiter',
);
const FEMALE_ROLES = wordSet(
  'woman girl policewoman businesswoman chairwoman congresswoman councilwoman mother mom mum daughter sister wife widow girlfriend aunt niece grandmother granddaughter queen princess nun actress waitress spokeswoman',
);
const APPOSITION_ENDS = new Set([',', '.', ';', ':', '!', '?']);
const INDEFINITE = wordSet('a an one another');
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
const FARTHEST_SENTENCES = 24;

/** Turns the phrases of one text into speakers. To be asked in the order of the text. */
export class SpeakerResolver {
  private readonly candidates: Candidate[];
  private next = 0;
  private readonly recent: Candidate[] = [];
  /** Entities of whom the text says only by a pronoun whether they are he or she. */
  private readonly learned = new Map<number, Entity['gender']>();
  /** By sentence, the person who was last found to speak in it. */
  private readonly speakers = new Map<number, Candidate>();
  private readonly fullNames: Map<string, string | null>;
  /** Whose statement, letter, … “the statement” is. */
  private readonly writers = new Map<string, Speaker>();

  constructor(private readonly reading: Reading) {
    this.fullNames = fullNamesBySurname(reading);
    this.candidates = [];
    for (const phrase of reading.phrases) {
      const candidate = this.candidateOf(phrase);
      if (candidate) this.candidates.push(candidate);
    }
  }

  resolve(source: Source): Speaker {
    const speaker = this.speakerOf(source.phrase);
    const whole = source.joined ? this.joinWith(source.joined, speaker) : speaker;
    if (!source.joined) this.rememberSpeaker(source, speaker);
    this.rememberWriting(source, whole);
    return whole;
  }

  /** For rules that name no phrase of their own, e.g. a label. */
  speakerOf(phrase: NounPhrase): Speaker {
    const { start, end } = this.spanOf(phrase);
    if (phrase.kind === 'pronoun') {
      const found = this.antecedent(phrase);
      const pronoun = this.written(phrase);
      return { start, end, name: found?.name ?? pronoun, entity: found?.entity ?? -1, pronoun };
    }
    if (phrase.kind === 'name') {
      const entity = this.entityIn(phrase.nameFrom, phrase.to);
      if (entity >= 0) return { start, end, name: this.reading.entities[entity]!.name, entity, pronoun: '' };
      return { start, end, name: this.fullNameOf(phrase), entity: -1, pronoun: '' };
    }
    const apposed = this.apposedTo(phrase);
    if (apposed) return this.speakerOf(apposed);
    const described = this.describedBy(phrase);
    return { start, end, name: described?.name ?? this.written(phrase), entity: described?.entity ?? -1, pronoun: '' };
  }

  /** “said the commissioner, | Theo Grange |.”: the person whose office the role was. A list of several people is none. */
  private apposedTo(phrase: NounPhrase): NounPhrase | null {
    const { tokens, lower, phrases, phraseFrom, entities } = this.reading;
    const comma = this.endOf(phrase);
    if (phrase.kind !== 'role' || isPlural(lower[phrase.to - 1]!) || INDEFINITE.has(lower[phrase.from]!)) return null;
    if (punctuationAt(tokens, comma) !== ',') return null;
    const index = phraseFrom[comma + 1] ?? -1;
    const name = index >= 0 ? phrases[index]! : null;
    if (name?.kind !== 'name' || name.from !== comma + 1) return null;
    if (entities[this.entityIn(name.nameFrom, name.to)]?.type !== 'person') return null;
    const sentence = this.reading.scanned.sentenceOf;
    return name.to >= tokens.count ||
      sentence[name.to] !== sentence[name.from] ||
      APPOSITION_ENDS.has(punctuationAt(tokens, name.to))
      ? name
      : null;
  }

  private joinWith(first: NounPhrase, second: Speaker): Speaker {
    const other = this.speakerOf(first);
    return { start: other.start, end: second.end, name: `${other.name} and ${second.name}`, entity: -1, pronoun: '' };
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
    while (from < phrase.to - 1 && TITLES.has(withoutStop(lower[from]!))) from++;
    return tokens.text
      .slice(tokens.start[from], Math.min(tokens.end[phrase.to - 1]!, tokens.start[from]! + 160))
      .replace(/\s+/g, ' ');
  }

  private fullNameOf(phrase: NounPhrase): string {
    const bare = this.withoutTitles(phrase);
    return this.fullNames.get(surnameOf(bare)) ?? bare;
  }

  private candidateOf(phrase: NounPhrase): Candidate | null {
    const { reading } = this;
    if (phrase.kind !== 'name' || reading.quotedBy[phrase.from]! >= 0) return null;
    const entity = this.entityIn(phrase.nameFrom, phrase.to);
    if (entity >= 0 ? reading.entities[entity]!.type !== 'person' : reading.entities.length > 0) return null;
    const title = withoutStop(reading.lower[phrase.nameFrom]!);
    const gender = MALE_TITLES.has(title)
      ? 'male'
      : FEMALE_TITLES.has(title)
        ? 'female'
        : entity >= 0
          ? reading.entities[entity]!.gender
          : '';
    const behindPreposition = PREPOSITIONS.has(reading.lower[phrase.from - 1] ?? '');
    const possessor = reading.tokens.kind[phrase.to] === TokenKind.Clitic;
    return {
      token: phrase.from,
      name: entity >= 0 ? reading.entities[entity]!.name : this.fullNameOf(phrase),
      entity,
      gender,
      subject: !behindPreposition && !possessor,
      governed: behindPreposition && !possessor,
    };
  }

  private rememberSpeaker(source: Source, { name, entity, pronoun }: Speaker): void {
    const { entities, scanned } = this.reading;
    const { from } = source.phrase;
    const described = this.newcomer(source);
    if (entity < 0 && !described && (entities.length > 0 || pronoun === name)) return;
    if (entity >= 0 && entities[entity]!.type !== 'person') return;
    const gender = described?.gender ?? SINGULAR_PRONOUNS[pronoun.toLowerCase()] ?? entities[entity]?.gender ?? '';
    this.speakers.set(scanned.sentenceOf[from]!, { token: from, name, entity, gender, subject: true, governed: false });
  }

  /** “A reporter for the Herald called it …”: somebody who speaks, described and not named. Who only asks is not whom the next “he” means. */
  private newcomer({ phrase, cueFrom }: Source): { gender: Entity['gender'] } | null {
    const { lower } = this.reading;
    if (phrase.kind !== 'role' || !PEOPLE.has(phrase.head) || isPlural(lower[phrase.to - 1]!) || phrase.possessive)
      return null;
    if (!INDEFINITE.has(lower[phrase.from]!) || this.reading.cueAt(cueFrom)?.modality === 'asked') return null;
    return { gender: MALE_ROLES.has(phrase.head) ? 'male' : FEMALE_ROLES.has(phrase.head) ? 'female' : '' };
  }

  /**
   * The person a “he” or “she” at a cue takes up. Sentence by sentence backwards: who speaks in it, else its first subject; a sentence that only mentions
   * somebody gives way to a speaker or a subject before it in the paragraph.
   */
  private antecedent(phrase: NounPhrase): Candidate | null {
    const gender = SINGULAR_PRONOUNS[phrase.head];
    if (gender === undefined) return null;
    const { sentences, sentenceOf } = this.reading.scanned;
    while (this.next < this.candidates.length && this.candidates[this.next]!.token < phrase.from)
      this.recent.push(this.candidates[this.next++]!);
    const own = sentenceOf[phrase.from]!;
    const here = sentences[own]!.paragraph;
    let mentioned: Candidate | null = null;
    let best: Candidate | null = null;
    let c = this.recent.length - 1;
    for (let s = own; s >= 0 && s > own - FARTHEST_SENTENCES && !best; s--) {
      const { paragraph } = sentences[s]!;
      if (here - paragraph > FARTHEST_PARAGRAPHS || (mentioned && paragraph < here)) break;
      const speaker = this.speakers.get(s);
      if (speaker && speaker.token < phrase.from && this.fits(speaker, gender)) best = speaker;
      for (; c >= 0 && sentenceOf[this.recent[c]!.token]! >= s; c--) {
        const candidate = this.recent[c]!;
        if (best === speaker && best) continue;
        if (candidate.token >= phrase.from || !this.fits(candidate, gender) || (s === own && candidate.governed))
          continue;
        if (candidate.subject) best = candidate;
        else mentioned ??= candidate;
      }
    }
    best ??= mentioned;
    if (best && best.entity >= 0 && best.gender === '') this.learned.set(best.entity, gender);
    if (best) this.recent.push({ ...best, token: phrase.from, subject: true, governed: false });
    return best;
  }

  private fits(candidate: Candidate, gender: Entity['gender']): boolean {
    const known = candidate.gender || this.learned.get(candidate.entity) || '';
    return known === '' || known === gender;
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

function withoutStop(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word;
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
    while (from < phrase.to - 1 && TITLES.has(withoutStop(reading.lower[from]!))) from++;
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
