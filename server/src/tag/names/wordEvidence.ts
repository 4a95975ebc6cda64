import namewords from '../data/namewords.json';
import organizations from '../data/organizations.json';
import { fold } from './fold';
import { Lex } from './lexicon';
import { foldedAt, phraseAt, type Reading } from './reading';
import { Shape } from './words';

/** Evidence for each `Kind`. */
export type Evidence = readonly [person: number, organization: number, place: number, other: number];

/**
 * What the words of a run say of it where no head, suffix or list decides: given names, initials and particles for a person, common
 * nouns against one. `given` is the weight of a given name at its head, 0 without one.
 */
export function weigh(reading: Reading, a: number, b: number, given: number): Evidence {
  const { of } = reading;
  let person = given;
  let organization = 0;
  let place = 0;
  let other = 0;
  let words = 0;
  let plainWords = 0;
  let caps = 0;
  for (let k = a; k < b; k++) {
    const word = of[k]!;
    if (word.shape === Shape.None) {
      if (foldedAt(reading, k) === '&') {
        organization += 2;
        person -= 2;
      }
      continue;
    }
    words++;
    if (
      word.shape === Shape.Initial &&
      word.text.length <= 2 &&
      !(reading.scanned.tokens.glued[k] && k > a && of[k - 1]!.shape === Shape.None)
    )
      person += 1.5;
    if (word.shape === Shape.AllCaps) {
      if (word.flags & Lex.Common && word.text.length > 3) plainWords++;
      else if (!ROMAN.test(word.text)) caps++;
    }
    if (word.shape === Shape.Lower && word.flags & Lex.Particle)
      person += PERSONAL_PARTICLES.has(word.folded) ? 2 : 0.3;
    if (word.shape === Shape.Capital && word.flags & Lex.Joined) person += 0.7;
    if (
      word.shape === Shape.Capital &&
      word.flags & (Lex.Common | Lex.Department | Lex.OrgHead | Lex.Function | Lex.OfficeWord) &&
      !(word.flags & (Lex.Given | Lex.Surname | Lex.EastAsian))
    )
      plainWords++;
    else if (
      word.shape === Shape.Capital &&
      !(word.flags & (Lex.Given | Lex.Surname | Lex.EastAsian)) &&
      (isAbstract(word.folded) || reading.lowerCount(word) > 0)
    )
      plainWords++;
    if (word.flags & Lex.OrgHead && !(word.flags & Lex.OrgWeakHead)) organization += 1.2;
    if (k > a && word.flags & Lex.Given) person += word.flags & Lex.Weak ? 0.3 : 0.8;
  }
  const last = of[b - 1]!;
  if (last.flags & Lex.Surname) person += 1.5;
  if (last.flags & Lex.PersonSuffix) person += 2;
  if (of[a]!.flags & Lex.EastAsian && words <= 3) person += 2;
  if (last.flags & Lex.EastAsian && words <= 3) person += 0.7;
  if (of[a]!.flags & Lex.PlaceBefore && !(of[a]!.flags & Lex.Given)) place += 3;
  if (of[a]!.flags & Lex.Direction) place += 1.2;
  const start = phraseAt(reading, a, b);
  if (start && start.phrase.type === 'place' && !(given > 0)) {
    organization += 1.2;
    person -= 1.5;
  }
  const end = phraseAt(reading, b - 1, b);
  if (end && end.phrase.type === 'place') {
    place += of[a]!.flags & Lex.Direction ? 2.5 : 1;
    person -= last.flags & (Lex.Given | Lex.Surname) ? 0 : 1;
  }
  // Operation Nightfall, Project Meridian
  if (words > 1 && of[a]!.flags & Lex.Event && !(of[a]!.flags & Lex.Given)) other += 1.5;
  if (words > 1 && FIRST.has(of[a]!.folded)) {
    organization += 2.5;
    person -= 2;
  }
  if (SAINTS.has(of[a]!.folded)) place += 1.3;
  if (reading.weak[a] && of[a]!.folded.endsWith('ing') && !(of[a]!.flags & (Lex.Given | Lex.Surname | Lex.EastAsian)))
    person -= 1;
  if (words === 2 && AL.has(of[a]!.folded)) {
    person -= 0.8;
    organization += 0.5;
  }
  // LR Bishnoi: initials without stops.
  if (
    caps === 1 &&
    words <= 3 &&
    plainWords === 0 &&
    of[a]!.shape === Shape.AllCaps &&
    of[a]!.text.length === 2 &&
    !phraseAt(reading, a, a + 1)
  ) {
    person += 2.2;
    organization -= 0.5;
  }
  if (plainWords > 0) {
    person -= 1.5 * plainWords;
    organization += 0.7 * plainWords;
    other += (plainWords === words ? 1.2 : 0.9) * plainWords;
  }
  if (caps > 0) organization += 1;
  if (plainWords === 0 && caps === 0) person += words <= 3 ? 1 : 0.4;
  return [person, organization, place, other];
}

/** The look of an English abstract noun or participle, which no surname shares often. */
export function isAbstract(folded: string): boolean {
  return (
    folded.length > 6 &&
    /(?:tion|tions|ment|ments|ness|ity|ities|ism|isms|ology|ication|ance|ence|ised|ized|ated|ally|ical|ious|ative|able|ible|ship|hood|ization|isation)$/.test(
      folded,
    )
  );
}

const ROMAN = /^[IVX]+$/;
/** The head of an organization's name in languages that have it first: Banco, Partido, Universiti. */
const FIRST = new Set(organizations.first.split(' ').map(fold));
const AL = new Set(namewords.articles.split(' '));
const SAINTS = new Set(namewords.saints.split(' '));

const PERSONAL_PARTICLES = new Set(namewords.personalParticles.split(' '));
