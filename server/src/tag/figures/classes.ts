import calendar from '../data/calendar.json';
import numbers from '../data/numbers.json';
import { UNREAD, type WordForm } from '../wordForms';
import { isRomanNumeral } from './centuries';
import { beginsCurrency } from './money';
import { MONTHS, WEEKDAYS } from './namedDates';
import { isPlural, isVerbForm, PARTICIPLES, STOP } from './nouns';
import { CARDINALS, ORDINALS, SCALES } from './numberWords';
import { pairs, type Reader } from './reader';

/** What the figures stage asks of a token's form, as bits: a form may be several. */
export const enum WordClass {
  /** A figure may begin with it, or with a word before it. */
  Trigger = 1 << 0,
  /** a, an */
  Article = 1 << 1,
  /** Behind an article it may be a figure's: a half, a year ago, a few. */
  BehindArticle = 1 << 2,
  /** this, last, later: if they begin a figure, it is “last month”. */
  Which = 1 << 3,
  MonthOrWeekday = 1 << 4,
  /** See `beginsCurrency`. */
  Currency = 1 << 5,
  /** See `nouns.ts`. */
  Plural = 1 << 6,
  Participle = 1 << 7,
  VerbForm = 1 << 8,
  /** Ends the phrase that a number counts; “US” is no pronoun. */
  Stop = 1 << 9,
  /** See `isRomanCentury`. */
  RomanNumeral = 1 << 10,
}

const WHICH = new Set('this last next earlier later late early'.split(' '));
const VAGUE = new Set([...pairs(numbers.vague).keys(), 'couple', 'few']);
const TIME_UNITS = pairs(calendar.units);
const PARTS = new Set('half halves quarter quarters dozen hundred couple few centuries'.split(' '));
const TRIGGERS = new Set<string>([
  ...CARDINALS.keys(),
  ...ORDINALS.keys(),
  ...SCALES.keys(),
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...VAGUE,
  ...WHICH,
  ...'a an half quarter hundred dozen minus negative no no. nos. number noon midnight yesterday today tonight tomorrow spring summer autumn fall winter q h sixties seventies eighties nineties mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(
    ' ',
  ),
]);

/** The classes of a token's form, 0 outside the sentence. What kind of token it is they do not say. */
export function classesAt(r: Reader, i: number): number {
  if (i < r.from || i >= r.to) return 0;
  const form = r.forms[i]!;
  return form.figureClasses === UNREAD ? (form.figureClasses = classesOf(form)) : form.figureClasses;
}

function classesOf({ text, lower }: WordForm): number {
  const currency = beginsCurrency(text, lower);
  let classes = currency ? WordClass.Currency : 0;
  if (TRIGGERS.has(lower)) classes |= WordClass.Trigger;
  if (lower === 'a' || lower === 'an') classes |= WordClass.Article;
  else if (mayFollowArticle(lower)) classes |= WordClass.BehindArticle;
  if (WHICH.has(lower) && !currency) classes |= WordClass.Which;
  if (MONTHS.has(lower) || WEEKDAYS.has(lower)) classes |= WordClass.MonthOrWeekday;
  if (isRomanNumeral(text)) classes |= WordClass.RomanNumeral;
  if (isPlural(lower)) classes |= WordClass.Plural;
  if (PARTICIPLES.has(lower)) classes |= WordClass.Participle;
  if (isVerbForm(lower)) classes |= WordClass.VerbForm;
  return STOP.has(lower) && text !== 'US' ? classes | WordClass.Stop : classes;
}

function mayFollowArticle(lower: string): boolean {
  if (PARTS.has(lower)) return true;
  const one = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  return [lower, one].some((w) => TIME_UNITS.has(w) || CARDINALS.has(w) || ORDINALS.has(w) || SCALES.has(w));
}
