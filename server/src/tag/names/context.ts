import { TokenKind } from '../../text/tokens';
import namewords from '../data/namewords.json';
import { Lex } from './lexicon';
import { Kind, type Candidate } from './model';
import { charOf, foldedAt, phraseAt, wordAt, type Reading } from './reading';
import { isCapital, Shape } from './words';

const ORG_NOUNS = new Set(namewords.organizationNouns.split(' '));
const PLACE_NOUNS = new Set(namewords.placeNouns.split(' '));
const COUNTRY_OWNS = new Set(namewords.countryOwns.split(' '));
const PLACE_OF = new Set(namewords.placeOf.split(' '));
const SETTLEMENTS = new Set(namewords.settlementOf.split(' '));
const ORG_OF = new Set(namewords.organizationOf.split(' '));
const ORG_APPOSED = new Set(namewords.organizationAppositions.split(' '));
const KIN_OF_PERSON = new Set(namewords.groups.split(' '));
const JOINED = new Set(namewords.joined.split(' '));
const COMPANY_OWNS = new Set(namewords.companyOwns.split(' '));
const COMPANY_DOES = new Set(namewords.companyDoes.split(' '));
const PEOPLES = new Set(namewords.peoples.split(' '));
const APPOSITIVE = new Set(namewords.appositionHeads.split(' '));

/** Adds what stands around a candidate to its evidence. Looks at most four tokens to either side, inside the sentence. */
export function weighContext(reading: Reading, c: Candidate, previous: Candidate | undefined): void {
  const { of, scanned } = reading;
  const { sentenceOf, tokens } = scanned;
  const sentence = sentenceOf[c.from]!;
  const { from, to } = scanned.sentences[sentence]!;
  const add = (kind: Kind, weight: number): void => {
    c.context[kind] += weight;
  };
  const before = c.titleFrom - 1;
  if (before >= from) {
    const word = of[before]!;
    const glued = tokens.glued[c.titleFrom] === 1;
    switch (word.folded) {
      case 'in':
        add(Kind.Place, 1.6);
        break;
      case 'at':
        add(Kind.Place, 0.5);
        add(Kind.Organization, 0.6);
        break;
      case 'from':
      case 'to':
        add(Kind.Place, 0.6);
        break;
      case 'of':
        if (SETTLEMENTS.has(foldedAt(reading, before - 1))) add(Kind.Place, 2.5);
        else if (PLACE_OF.has(foldedAt(reading, before - 1))) add(Kind.Place, 1);
        else if (ORG_OF.has(foldedAt(reading, before - 1))) add(Kind.Organization, 1.3);
        break;
      case 'the':
        if (KIN_OF_PERSON.has(wordAt(reading, c.to, sentence))) break;
        add(Kind.Person, -2.5);
        // “the film The Long Harbour”: with a capital it belongs to the title of a work, where no head makes it an organization's.
        if (word.shape === Shape.Capital && reading.weak[before] === 0 && c.lexical[Kind.Organization] < 2) {
          // “told The Harbour Star”
          const told = before > from && (of[before - 1]!.flags & Lex.Speech || of[before - 1]!.folded === 'to');
          add(told ? Kind.Organization : Kind.Other, 2);
          break;
        }
        if (c.to - c.from === 1 && of[c.from]!.shape === Shape.Capital && c.lexical[Kind.Organization] < 1) {
          add(Kind.Organization, 0.6);
          add(Kind.Other, 0.9);
          break;
        }
        add(Kind.Organization, 1);
        add(Kind.Other, 0.5);
        break;
      case 'a':
      case 'an':
        add(Kind.Person, -1.5);
        add(Kind.Other, 0.8);
        break;
      default:
        if (word.folded === 'ngo') add(Kind.Organization, 2.5);
        else if (word.flags & Lex.PlacePreposition) add(Kind.Place, 1.6);
        else if (word.shape === Shape.Lower && ORG_NOUNS.has(word.folded) && !(word.flags & Lex.Office) && !glued)
          add(Kind.Organization, 1.5);
        else if (word.shape === Shape.Lower && PLACE_NOUNS.has(word.folded) && !glued) add(Kind.Place, 1.3);
        else if (word.flags & Lex.Office && word.shape === Shape.Lower && !glued) add(Kind.Person, 2.2);
        else if (word.flags & Lex.Honorific && word.shape === Shape.Lower && !glued && word.text.length > 3)
          add(Kind.Person, 1);
        else if (word.flags & Lex.Speech && word.shape === Shape.Lower)
          add(Kind.Person, SAYING.has(word.folded) ? 1.6 : 0.4);
    }
    if (charOf(reading, before) === '(') bracketed(reading, c, previous, before, from, add);
  }
  const after = c.to;
  if (after < to) behind(reading, after, to, add);
  if (c.to - c.from === 1 && isAmount(reading, c, to)) add(Kind.Other, 3);
  listed(reading, c, after, to, add);
}

/** “closed-circuit television (CCTV)” abbreviates a common noun; “Anti Corruption Bureau (ACB)” takes the type of the name before it. */
function bracketed(
  reading: Reading,
  c: Candidate,
  previous: Candidate | undefined,
  bracket: number,
  from: number,
  add: (kind: Kind, weight: number) => void,
): void {
  if (c.to - c.from !== 1 || charOf(reading, c.to) !== ')') return;
  if (previous && previous.to === bracket) {
    const kinds = [Kind.Organization, Kind.Place, Kind.Other, Kind.Person];
    let best = Kind.Organization;
    for (const kind of kinds)
      if (previous.lexical[kind] + previous.context[kind] > previous.lexical[best] + previous.context[best])
        best = kind;
    if (best === Kind.Person) return;
    add(
      best,
      reading.of[c.from]!.text.charAt(0).toLowerCase() === reading.of[previous.from]!.folded.charAt(0) ? 3 : 1.5,
    );
    return;
  }
  const before = reading.of[bracket - 1];
  if (bracket - 1 >= from && before && before.shape === Shape.Lower && reading.of[c.from]!.shape === Shape.AllCaps) {
    add(Kind.Organization, -1.5);
    add(Kind.Other, 2);
  }
}

const SAYING = new Set(namewords.saying.split(' '));

function behind(reading: Reading, after: number, to: number, add: (kind: Kind, weight: number) => void): void {
  const { of, scanned } = reading;
  const { glued } = scanned.tokens;
  const word = of[after]!;
  const c = charOf(reading, after);
  if (c === '-' && glued[after] && after + 1 < to && glued[after + 1]) {
    const tail = of[after + 1]!.folded;
    if (tail === 'based' || tail === 'born') add(Kind.Place, 2.5);
    else if (tail === 'backed' || tail === 'led' || tail === 'held' || tail === 'controlled' || tail === 'occupied')
      add(Kind.Place, 0.8);
    else if (JOINED.has(tail)) add(Kind.Organization, 1);
    return;
  }
  const folded = foldedAt(reading, after);
  if (folded === "'s") {
    const owned = after + 1 < to ? of[after + 1]!.folded : '';
    if (COUNTRY_OWNS.has(owned)) add(Kind.Place, 0.8);
    if (COMPANY_OWNS.has(owned)) add(Kind.Organization, 1.3);
    if (KIN_OF_PERSON.has(owned)) add(Kind.Person, 0.8);
    return;
  }
  if (c === ',') {
    const next = of[after + 1];
    if (next === undefined || after + 1 >= to) return;
    if (isAge(reading, after + 1, to)) add(Kind.Person, 2.5);
    else if (APPOSITIVE.has(next.folded)) add(Kind.Person, 0.6);
    if (next.folded === 'which') {
      add(Kind.Person, -1);
      add(Kind.Organization, 0.6);
      add(Kind.Place, 0.4);
    } else if (next.folded === 'who') add(Kind.Person, 1);
    return weighDescription(reading, after + 1, to, add);
  }
  if (c === '(') {
    if (isAge(reading, after + 1, to)) add(Kind.Person, 2);
    return;
  }
  if (word.shape !== Shape.Lower) return;
  // “Marov is a town in …”
  if ((folded === 'is' || folded === 'was') && isDeterminer(foldedAt(reading, after + 1)))
    return weighDescription(reading, after + 1, to, add);
  if (word.flags & Lex.Speech) {
    add(Kind.Person, SAYING.has(folded) ? 1.5 : 0.6);
    add(Kind.Organization, 0.4);
    return;
  }
  if (ORG_NOUNS.has(folded)) add(Kind.Organization, 1.2);
  if (PEOPLES.has(folded)) {
    add(Kind.Other, 1.4);
    add(Kind.Organization, -0.5);
  }
  if (COMPANY_DOES.has(folded)) add(Kind.Organization, 1);
  if (PLACE_NOUNS.has(folded)) add(Kind.Place, 2);
  if (KIN_OF_PERSON.has(folded) && folded !== 'office') add(Kind.Person, 0.8);
  if (folded === 'who' || folded === 'whose') add(Kind.Person, 1.5);
  if (folded === 'himself' || folded === 'herself') add(Kind.Person, 2);
}

/** What an apposition or a predicate from the token `at` calls it: “a town in …”, “the company that …”, “head of …”. */
function weighDescription(reading: Reading, at: number, to: number, add: (kind: Kind, weight: number) => void): void {
  const { of } = reading;
  const described = isDeterminer(foldedAt(reading, at));
  for (let k = at; k < Math.min(to, at + 6); k++) {
    const { folded, shape, flags } = of[k]!;
    if (shape !== Shape.Lower) {
      if (described && k > at && shape === Shape.None && charOf(reading, k) !== '-') return;
      continue;
    }
    if (flags & Lex.Office && (described || k < at + 3)) return add(Kind.Person, 1);
    if (!described) continue;
    if (folded === 'of' || folded === 'who' || folded === 'which' || folded === 'that') return;
    // “, the company’s chairman”
    if (ORG_APPOSED.has(folded) && k + 1 < to && foldedAt(reading, k + 1) === "'s") return add(Kind.Person, 1.2);
    if (ORG_APPOSED.has(folded)) return add(Kind.Organization, 1.8);
    if (PLACE_NOUNS.has(folded)) return add(Kind.Place, 1.8);
  }
}

function isDeterminer(folded: string): boolean {
  return folded === 'a' || folded === 'an' || folded === 'the' || folded === 'one';
}

/** “RM 250”, “GHS5.5”: letters before an amount are a currency or a unit, not a name. */
function isAmount({ of, scanned }: Reading, { from, to: at }: Candidate, to: number): boolean {
  const { tokens } = scanned;
  const word = of[from]!;
  if (word.shape !== Shape.AllCaps || word.text.length > 4 || at >= to || tokens.kind[at] !== TokenKind.Number)
    return false;
  return tokens.glued[at] === 1 || tokens.end[at]! - tokens.start[at]! > 2;
}

function isAge(reading: Reading, i: number, to: number): boolean {
  const { tokens, text } = reading.scanned;
  if (i + 1 >= to || tokens.end[i]! - tokens.start[i]! !== 2) return false;
  const value = Number(text.slice(tokens.start[i], tokens.end[i]));
  const next = charOf(reading, i + 1);
  return value >= 10 && value <= 99 && (next === ',' || next === ')' || next === '.' || next === ';');
}

/** The Associated Press's short forms of American states. */
const STATES = new Set(namewords.stateAbbreviations.split(' '));

/** “Valencia, Venezuela”, and datelines. */
function listed(
  reading: Reading,
  c: Candidate,
  after: number,
  to: number,
  add: (kind: Kind, weight: number) => void,
): void {
  const { of, scanned } = reading;
  if (charOf(reading, after) === ',' && after + 1 < to && isCapital(of[after + 1]!)) {
    const next = phraseAt(reading, after + 1, to);
    if ((next && next.phrase.type === 'place') || STATES.has(foldedAt(reading, after + 1))) add(Kind.Place, 1.8);
  }
  // Dateline: “KHARTOUM, 3 May”, “ACCRA (Reuters) —” at the head of a paragraph.
  const paragraph = scanned.paragraphs[scanned.sentences[scanned.sentenceOf[c.from]!]!.paragraph]!;
  if (c.from === paragraph.from) {
    const sign = charOf(reading, after);
    const capitals = of[c.from]!.shape === Shape.AllCaps;
    if ((sign === '—' || sign === '–' || (sign === '-' && !scanned.tokens.glued[after])) && after < to)
      add(Kind.Place, 1.5);
    else if (capitals && (sign === ',' || sign === '(' || sign === ':') && c.to - c.from <= 3) add(Kind.Place, 1.2);
  }
}
