import calendar from '../../tag/data/calendar.json';
import { civilOf, dayOf, isDate, weekdayOf } from '../../tag/figures/calendar';
import type { Figure, StoryDate, TaggedText } from '../../tag/model';
import type { Slip } from './model';
import { tokenAt, wordAt, written } from './words';

const WEEKDAYS = numbered(calendar.weekdays);
const MONTHS = numbered(calendar.months);
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Before this year, texts may follow the Julian calendar. */
const FIRST_YEAR = 1800;
const LONGEST_DATE = 40;
/** Without a year, a date this near the story is of the story's year; to be within half of one is not enough to be sure. */
const NEAR_STORY = 14;
/** How the story's date must be known for a date without a year to be held against it. */
const SURE: ReadonlySet<StoryDate['evidence']> = new Set(['frontMatter', 'updated', 'dateline', 'byline']);

function numbered(list: string): Map<string, number> {
  return new Map(
    list.split(' ').map((item) => {
      const [name, number] = item.split('=') as [string, string];
      return [name.replace('.', ''), Number(number)];
    }),
  );
}

/** A weekday that is not that of its date: “Thursday, May 17, 2024”. A fact of the calendar. */
export function weekdaySlips(tagged: TaggedText): Slip[] {
  return tagged.figures.flatMap((figure, index) => {
    if (figure.type !== 'date' || figure.furniture || figure.end - figure.start > LONGEST_DATE) return [];
    const date = partsOf(written(tagged, figure));
    if (!date) return [];
    const weekday = date.weekday ?? weekdayBehind(tagged, figure);
    const day = weekday === null ? null : dayMeant(date, tagged.storyDate);
    if (day === null || weekdayOf(day) === weekday) return [];
    const beside = date.weekday === null ? tagged.figures[index + 1] : undefined;
    const end = beside && beside.type === 'date' && beside.start - figure.end < 8 ? beside.end : figure.end;
    const year = date.year === null ? ', in the year of the story,' : '';
    const reason = `${date.words}${year} was a ${NAMES[weekdayOf(day)]!}, not a ${NAMES[weekday!]!}`;
    return [{ code: 'conflicting-date', start: figure.start, end, reason, related: [] }];
  });
}

interface DateParts {
  readonly weekday: number | null;
  readonly month: number;
  readonly day: number;
  readonly year: number | null;
  /** The date as written, without its weekday. */
  readonly words: string;
}

/** “Thursday, May 17, 2024”, “Friday 17 May”, “May 17, 2024”; null for anything else, ranges included. */
function partsOf(text: string): DateParts | null {
  let weekday: number | null = null;
  let month: number | null = null;
  let day: number | null = null;
  let year: number | null = null;
  let from = 0;
  for (const match of text.matchAll(/[\p{L}]+|\d+|[^\s,.]/gu)) {
    const token = match[0].toLowerCase();
    const next = match.index + token.length;
    if (weekday === null && month === null && day === null && WEEKDAYS.has(token)) {
      weekday = WEEKDAYS.get(token)!;
      from = next;
    } else if (month === null && MONTHS.has(token)) month = MONTHS.get(token)!;
    else if (/^\d{1,2}$/.test(token) && day === null) day = Number(token);
    else if (/^\d{4}$/.test(token) && year === null) year = Number(token);
    else if (!/^(?:st|nd|rd|th|the|of|on)$/.test(token)) return null;
  }
  if (month === null || day === null) return null;
  return { weekday, month, day, year, words: text.slice(from).replace(/^[\s,.]+/, '') };
}

/** “May 17, 2024, a Thursday”, “May 17, 2024 (Thursday)”. */
function weekdayBehind(tagged: TaggedText, figure: Figure): number | null {
  const { tokens } = tagged.scanned;
  const next = tokenAt(tokens, figure.end);
  const opens = wordAt(tokens, next) === '(' || (wordAt(tokens, next) === ',' && wordAt(tokens, next + 1) === 'a');
  if (!opens) return null;
  const at = wordAt(tokens, next) === '(' ? next + 1 : next + 2;
  const closing = wordAt(tokens, at + 1);
  if (closing !== ')' && closing !== ',' && closing !== '.' && closing !== ';') return null;
  return WEEKDAYS.get(wordAt(tokens, at)) ?? null;
}

function dayMeant({ year, month, day, weekday }: DateParts, story: StoryDate | null): number | null {
  if (year !== null) return year >= FIRST_YEAR && isDate(year, month, day) ? dayOf(year, month, day) : null;
  if (weekday === null || !story || !SURE.has(story.evidence)) return null;
  const storyYear = civilOf(story.day).year;
  for (const candidate of [storyYear - 1, storyYear, storyYear + 1]) {
    if (!isDate(candidate, month, day)) continue;
    const days = dayOf(candidate, month, day);
    if (Math.abs(days - story.day) <= NEAR_STORY) return days;
  }
  return null;
}
