import { civilOf } from '../../tag/figures/calendar';
import type { Figure, StoryDate, TaggedText } from '../../tag/model';
import { lastStartingAtOrBefore } from '../../text/span';
import type { Slip } from './model';
import { isExact, tokenAt, wordAt, wordsBetween, written } from './words';

/** An interval of days since 1970-01-01, and the figure that states it. */
interface Day {
  readonly low: number;
  readonly high: number;
  readonly figure: Figure;
}

interface Age {
  readonly years: number;
  readonly figure: Figure;
}

/** What a document says of one person's life. */
interface Life {
  readonly births: Day[];
  readonly deaths: Day[];
  readonly ages: Age[];
  readonly agesAtDeath: Age[];
}

/** A date this near the story's is of its time. */
const OF_TODAY = 400;
/** A birthday this near the story's day may be reported either way. */
const BIRTHDAY_ROOM = 4;
/** Tokens between a name and what is said of it. */
const NEAREST = 8;
/** Figures of a sentence that are read. */
const MOST_FIGURES = 24;
const SURE: ReadonlySet<StoryDate['evidence']> = new Set(['frontMatter', 'updated', 'dateline', 'byline']);
/** An age in such a sentence is that of a day before the story's. */
const EARLIER = new Set('when then time ago was were had became later since until before after'.split(' '));
const BIRTHS = new Set(['born', 'b', 'b.']);
const DEATHS = new Set(['died', 'dead', 'dies', 'death']);

/** An age that the day of birth excludes: against the story's date, or at the death. */
export function lifeSlips(tagged: TaggedText): Slip[] {
  const out: Slip[] = [];
  const story = tagged.storyDate && SURE.has(tagged.storyDate.evidence) ? tagged.storyDate.day : null;
  for (const { births, deaths, ages, agesAtDeath } of livesOf(tagged).values()) {
    const [birth] = births;
    if (!birth || births.some((other) => other.low > birth.high || other.high < birth.low)) continue;
    for (const age of story === null ? [] : ages) {
      const now = { low: story! - BIRTHDAY_ROOM, high: story! + BIRTHDAY_ROOM };
      if (near(tagged, birth.figure, age.figure))
        out.push(...judge(tagged, birth, now, age, 'on the day of the story'));
    }
    const [death] = deaths;
    if (!death || deaths.some((other) => other.low > death.high || other.high < death.low)) continue;
    for (const age of agesAtDeath) {
      if (near(tagged, birth.figure, age.figure)) out.push(...judge(tagged, birth, death, age, 'at death'));
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

function judge(tagged: TaggedText, birth: Day, at: { low: number; high: number }, age: Age, when: string): Slip[] {
  const least = fullYears(birth.high, at.low);
  const most = fullYears(birth.low, at.high);
  if (age.years >= least && age.years <= most) return [];
  const should = least >= most ? `${most}` : `${least} or ${most}`;
  const range = birth.figure.op === '..';
  const life = range ? `with the years ${written(tagged, birth.figure)}` : `born ${written(tagged, birth.figure)}`;
  const { figure } = age;
  const reason = `${life}, the age ${when} would be ${should}, not ${age.years}`;
  const related = [{ start: birth.figure.start, end: birth.figure.end }];
  return [{ code: 'conflicting-figure', start: figure.start, end: figure.end, reason, related }];
}

/** How many birthdays lie between two days. */
function fullYears(birth: number, day: number): number {
  const from = civilOf(birth);
  const to = civilOf(day);
  const reached = to.month > from.month || (to.month === from.month && to.day >= from.day);
  return to.year - from.year - (reached ? 0 : 1);
}

/** In one sentence or in two that follow each other: beyond, a story may have gone back in time. */
function near({ scanned: { sentences } }: TaggedText, a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ start }) => lastStartingAtOrBefore(sentences, start));
  return Math.abs(x! - y!) <= 1;
}

function livesOf(tagged: TaggedText): Map<number, Life> {
  const lives = new Map<number, Life>();
  const of = (person: number): Life => {
    let life = lives.get(person);
    if (!life) lives.set(person, (life = { births: [], deaths: [], ages: [], agesAtDeath: [] }));
    return life;
  };
  for (const figure of tagged.figures) {
    if (figure.low === null || figure.high === null) continue;
    const person = personBefore(tagged, figure);
    if (person < 0) continue;
    if (figure.type === 'date' && figure.resolution === 'absolute') readDate(tagged, figure, of(person));
    else if (figure.type === 'age' || figure.type === 'quantity') readAge(tagged, figure, of(person));
  }
  return lives;
}

/** “(1931–2004)” right behind the name; “born in 1931”, “(born 3 May 1931)”; “died in 2004”. */
function readDate(tagged: TaggedText, figure: Figure, life: Life): void {
  const { tokens, text } = tagged.scanned;
  const first = tokenAt(tokens, figure.start);
  if (figure.op === '..') {
    const bracketed = wordAt(tokens, first - 1) === '(' && wordAt(tokens, tokenAt(tokens, figure.end)) === ')';
    const years = /^(\d{4})\D{1,6}(\d{4})$/.exec(text.slice(figure.start, Math.min(figure.end, figure.start + 16)));
    if (!bracketed || !years || !nameEndsAt(tagged, tokens.start[first - 1]!)) return;
    const low = figure.low!;
    const high = figure.high!;
    const firstYear = civilOf(low).year;
    const lastYear = civilOf(high).year;
    if (lastYear - firstYear < 10 || lastYear - firstYear > 110) return;
    life.births.push({ low, high: low + 364, figure });
    life.deaths.push({ low: high - 364, high, figure });
    return;
  }
  if (
    figure.op !== '=' ||
    figure.hedge !== '' ||
    !/\d{4}/.test(text.slice(figure.start, Math.min(figure.end, figure.start + 30)))
  )
    return;
  const day = { low: figure.low!, high: figure.high!, figure };
  let cue = first - 1;
  if (wordAt(tokens, cue) === 'in' || wordAt(tokens, cue) === 'on') cue--;
  if (BIRTHS.has(wordAt(tokens, cue))) life.births.push(day);
  else if (wordAt(tokens, cue) === 'died') life.deaths.push(day);
}

/** “Ann Orr, 52,” and “Ann Orr (52)” of today; “died at 83”, “died aged 83”, “died at the age of 83” at the death. */
function readAge(tagged: TaggedText, figure: Figure, life: Life): void {
  const { tokens } = tagged.scanned;
  if (!isExact(figure) || !Number.isInteger(figure.low) || figure.low! < 1 || figure.low! > 120) return;
  const first = tokenAt(tokens, figure.start);
  const age = { years: figure.low!, figure };
  if (figure.type === 'age' && isAppositive(tagged, figure, first)) {
    if (tagged.storyDate && !isOfEarlier(tagged, tagged.storyDate, figure)) life.ages.push(age);
    return;
  }
  let at = first - 1;
  if (wordAt(tokens, at) === 'of' && wordAt(tokens, at - 1) === 'age') at -= wordAt(tokens, at - 2) === 'the' ? 3 : 2;
  if (wordAt(tokens, at) !== 'at' && wordAt(tokens, at) !== 'aged') return;
  for (let i = at - 1; i >= Math.max(0, at - NEAREST); i--) {
    const word = wordAt(tokens, i);
    if (word === '.' || word === ';') return;
    if (DEATHS.has(word)) {
      life.agesAtDeath.push(age);
      return;
    }
  }
}

function isAppositive(tagged: TaggedText, figure: Figure, first: number): boolean {
  const { tokens } = tagged.scanned;
  const opening = wordAt(tokens, first - 1);
  const closing = wordAt(tokens, tokenAt(tokens, figure.end));
  if (!/^\d+$/.test(written(tagged, figure)) || !nameEndsAt(tagged, tokens.start[first - 1] ?? -1)) return false;
  return (opening === ',' && (closing === ',' || closing === '.')) || (opening === '(' && closing === ')');
}

/** Does its sentence tell of a day long before the story's? Other dates than a birth, and verbs of the past beside the age, say so. */
function isOfEarlier(tagged: TaggedText, story: StoryDate, figure: Figure): boolean {
  const { tokens, sentences } = tagged.scanned;
  const sentence = sentences[lastStartingAtOrBefore(sentences, figure.start)]!;
  const from = lastStartingAtOrBefore(tagged.figures, sentence.start - 1) + 1;
  const dates = tagged.figures
    .slice(from, from + MOST_FIGURES)
    .filter((f) => f.type === 'date' && f.start < sentence.end);
  if (dates.some((date) => !isBirth(tagged, date) && !isOfToday(date, story))) return true;
  const words = wordsBetween(tokens, sentence.start, sentence.end, 80);
  return !words || words.some((word, i) => EARLIER.has(word) && words[i + 1] !== 'born');
}

function isOfToday({ low }: Figure, story: StoryDate): boolean {
  return low !== null && Math.abs(low - story.day) <= OF_TODAY;
}

function isBirth({ scanned: { tokens } }: TaggedText, date: Figure): boolean {
  const before = tokenAt(tokens, date.start) - 1;
  return [0, 1, 2, 3].some((back) => BIRTHS.has(wordAt(tokens, before - back)));
}

/** Does a person's name end right before this offset? */
function nameEndsAt({ names, scanned: { text } }: TaggedText, offset: number): boolean {
  const name = names[lastStartingAtOrBefore(names, offset - 1)];
  return (
    name !== undefined &&
    name.type === 'person' &&
    name.end <= offset &&
    /^\s*$/.test(text.slice(name.end, Math.min(offset, name.end + 3))) &&
    offset - name.end < 3
  );
}

const OTHERS = new Set(
  'his her hers their whose father mother wife husband son daughter brother sister parents children widow partner uncle aunt cousin friend'.split(
    ' ',
  ),
);

/** “Orr, whose father died at 83”: between a name and a figure stands somebody else. */
function isOfAnother({ scanned: { tokens } }: TaggedText, start: number, end: number): boolean {
  const words = wordsBetween(tokens, start, end, 60);
  return !words || words.some((word) => OTHERS.has(word));
}

/** The entity of the person named before a figure in its sentence, where it is the only one near; or -1. */
function personBefore(tagged: TaggedText, figure: Figure): number {
  const { names, scanned } = tagged;
  const sentence = scanned.sentences[lastStartingAtOrBefore(scanned.sentences, figure.start)];
  if (!sentence) return -1;
  let person = -1;
  let end = -1;
  const last = lastStartingAtOrBefore(names, figure.start);
  for (let i = last; i >= Math.max(0, last - NEAREST) && names[i]!.start >= sentence.start; i--) {
    if (names[i]!.type !== 'person') continue;
    if (person >= 0 && names[i]!.entity !== person) return -1;
    person = names[i]!.entity;
    end = Math.max(end, names[i]!.end);
  }
  return person < 0 || end > figure.start || isOfAnother(tagged, end, figure.start) ? -1 : person;
}
