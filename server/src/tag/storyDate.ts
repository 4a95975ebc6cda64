import type { ScannedText } from '../text/scan';
import { scan } from '../text/scan';
import type { Span } from '../text/span';
import { dayOf, isDate, weekdayOf } from './figures/calendar';
import { classesAt, WordClass } from './figures/classes';
import { namedDateAt, type CalendarDate } from './figures/namedDates';
import { numericDateAt } from './figures/numericDates';
import { furnitureOf } from './figures/furniture';
import { at, isCapital, isDash, isNumber, isWord, type Reader } from './figures/reader';
import type { StoryDate } from './model';
import { formsOf } from './wordForms';

type Evidence = StoryDate['evidence'];

interface Witness {
  readonly day: number;
  readonly evidence: Evidence;
  readonly span: Span;
}

/** How far two dates of one story may lie apart: filed and updated, or a newsroom on the other side of the date line. */
const TOLERANCE = 1;
/** Dates at the head of a text are looked for in this many paragraphs. */
const HEAD = 12;
/** A file of calendars holds any number of dates; a story that is told by its captions holds few. */
const MOST_DATES = 200;

/**
 * The day a text was written for: from front matter, “Updated on …”, a dateline, a line under the headline, or a captioned photograph of a day that the text speaks of.
 * A date that only a page's furniture gives (a masthead's is the day the page was printed) is not trusted, and where witnesses disagree there is none: null rather than wrong.
 */
export function findStoryDate(scanned: ScannedText): StoryDate | null {
  const front = frontMatterDate(scanned);
  const { strong, captions, masthead, unfinished } = witnesses(scanned);
  if (front) return front;
  if (strong.length > 0) {
    const first = strong[0]!;
    const days = strong.map((w) => w.day);
    if (Math.max(...days) - Math.min(...days) > TOLERANCE) return null;
    // A photograph cannot be younger than the story.
    if (captions.some((c) => c.day > Math.max(...days) + TOLERANCE)) return null;
    return first;
  }
  const completed = completeDateline(unfinished, [...captions, ...masthead]);
  if (completed) return completed;
  return fromCaptions(scanned, captions);
}

const FRONT_KEYS =
  /^(?:date|published|publishdate|pubdate|publish_date|date_published|datepublished|created|updated|lastmod)\s*:\s*(.+)$/i;

/** `date:` before `updated:`, whichever stands first of each. */
function frontMatterDate(scanned: ScannedText): StoryDate | null {
  if (!scanned.frontMatter) return null;
  const { start, end } = scanned.frontMatter;
  let best: StoryDate | null = null;
  let offset = start;
  for (const line of scanned.text.slice(start, end).split('\n')) {
    const match = FRONT_KEYS.exec(line.trimEnd());
    if (match && (!best || /^date/i.test(line))) {
      const day = dayIn(match[1]!);
      if (day !== null) {
        const found: StoryDate = {
          day,
          evidence: 'frontMatter',
          span: { start: offset, end: offset + line.trimEnd().length },
        };
        if (/^date/i.test(line)) return found;
        best = found;
      }
    }
    offset += line.length + 1;
  }
  return best;
}

/** The first full date in a short text, as a day. */
function dayIn(value: string): number | null {
  const iso = /^["']?(\d{4})-(\d\d)-(\d\d)/.exec(value);
  if (iso)
    return isDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
      ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
      : null;
  const { tokens } = scan(value.slice(0, 80));
  const r: Reader = { tokens, forms: formsOf(tokens), from: 0, to: tokens.count };
  for (let i = 0; i < tokens.count; i++) {
    const date = namedDateAt(r, i);
    const day = date && dayOfCalendar(date);
    if (day !== null && day !== undefined) return day;
    const numeric = numericDateAt(r, i, { story: null, slashes: null });
    if (numeric?.low != null) return numeric.low;
  }
  return null;
}

/** The day of a date with year, month and day whose weekday, if it has one, is right; else null. */
function dayOfCalendar(date: CalendarDate): number | null {
  if (date.year === null || date.day === null || date.lastDay !== null || !isDate(date.year, date.month, date.day))
    return null;
  const day = dayOf(date.year, date.month, date.day);
  return date.weekday !== null && weekdayOf(day) !== date.weekday ? null : day;
}

interface Witnesses {
  readonly strong: readonly Witness[];
  readonly captions: readonly Witness[];
  readonly masthead: readonly Witness[];
  /** A dateline without its year. */
  readonly unfinished: { month: number; day: number; span: Span } | null;
}

function witnesses(scanned: ScannedText): Witnesses {
  const { tokens, paragraphs } = scanned;
  const forms = formsOf(tokens);
  const furniture = furnitureOf(scanned);
  const firstProse = paragraphs.findIndex((p) => p.kind === 'prose' && p.to - p.from > 12);
  const strong: Witness[] = [];
  const captions: Witness[] = [];
  const masthead: Witness[] = [];
  let unfinished: Witnesses['unfinished'] = null;
  let seen = 0;
  for (let p = 0; p < paragraphs.length && seen < MOST_DATES; p++) {
    const paragraph = paragraphs[p]!;
    const r: Reader = { tokens, forms, from: paragraph.from, to: paragraph.to };
    const labelled = isLabelled(r);
    for (let i = r.from; i < r.to && seen < MOST_DATES; i++) {
      const date = mayBeginDate(r, i) ? namedDateAt(r, i) : null;
      const numeric = date === null && isNumber(r, i) ? numericDateAt(r, i, { story: null, slashes: null }) : null;
      const to = date?.to ?? numeric?.to ?? i;
      if (to === i) continue;
      const day = date ? dayOfCalendar(date) : (numeric?.low ?? null);
      const span = { start: tokens.start[i]!, end: tokens.end[to - 1]! };
      const line = isDateline(r, i, to);
      if (day === null) {
        if (line && date && date.day !== null && date.year === null && date.lastDay === null)
          unfinished ??= { month: date.month, day: date.day, span };
        i = to - 1;
        continue;
      }
      seen++;
      if (labelled && i - r.from <= 8) strong.push({ day, evidence: 'updated', span });
      else if (line) strong.push({ day, evidence: 'dateline', span });
      else if (p <= 1 && date && headsDocument(scanned, paragraph, r, i, date))
        strong.push({ day, evidence: 'byline', span });
      else if (isCaption(r, i, to, date)) captions.push({ day, evidence: 'caption', span });
      else if (p < HEAD && (firstProse < 0 || p < firstProse) && paragraph.kind !== 'prose') {
        const bare = to - i >= r.to - r.from - 4;
        const byline = at(r, r.from) === 'by';
        const weekday = date?.weekday != null;
        if (byline || (p > 0 && bare && !weekday && !hasBar(r))) strong.push({ day, evidence: 'byline', span });
        else if (furniture[p] || bare) masthead.push({ day, evidence: 'header', span });
      }
      i = to - 1;
    }
  }
  return { strong, captions, masthead, unfinished };
}

function mayBeginDate(r: Reader, i: number): boolean {
  if (isNumber(r, i)) return at(r, i).length <= 2;
  return (classesAt(r, i) & WordClass.MonthOrWeekday) !== 0 && isCapital(r, i);
}

const LABELS = new Set('updated published posted modified date issued dated filed first last'.split(' '));

/** Does the paragraph open with “Updated on:”, “Published”, “Last modified”? */
function isLabelled(r: Reader): boolean {
  let i = r.from;
  if (at(r, i) === '[' || at(r, i) === '(' || at(r, i) === '*') i++;
  const w = at(r, i);
  if (!LABELS.has(w) || r.to - r.from > 40) return false;
  if (w === 'first' || w === 'last') return /^(?:published|updated|modified|posted|edited)$/.test(at(r, i + 1));
  if (w === 'date' || w === 'dated' || w === 'filed') return at(r, i + 1) === ':' || w === 'dated';
  return true;
}

/** “LONDON, May 3 (Reuters) —”, “Paris, 3 May 2024 –”: a place in front, an agency or a dash behind, at the head of a paragraph. */
function isDateline(r: Reader, i: number, to: number): boolean {
  if (i - r.from < 1 || i - r.from > 8 || !isCapital(r, r.from)) return false;
  const comma = at(r, i - 1);
  if (comma !== ',' && comma !== '(' && comma !== '.' && !isDash(r, i - 1)) return false;
  for (let k = r.from; k < i - 1; k++)
    if (isWord(r, k) && !isCapital(r, k) && !/^(?:de|la|le|al|el|of|and|the|da|do|du)$/.test(at(r, k))) return false;
  for (let k = to; k < to + 8 && k < r.to; k++) {
    if (isLongDash(r, k) || (isDash(r, k) && k > to)) return true;
    if (isDash(r, k)) return true;
    if (at(r, k) === ')' && at(r, k + 1) !== ',')
      return isDash(r, k + 1) || at(r, k + 1) === '.' || isCapital(r, k + 1);
    if (isWord(r, k) && !isCapital(r, k)) return false;
  }
  return false;
}

/** A line under a title is no longer than this, in tokens. */
const LONGEST_LINE = 40;
/** Documents that say on top what they are, and of which day. */
const KINDS = new Set('transcript address remarks statement communique communiqué minutes bulletin'.split(' '));

/**
 * Does a line that a person wrote above the text give its day? One that is all emphasis, under the title (“*Desk notes, 7 March 2026*”), the
 * emphasised lead of the first paragraph that ends with the date, “TRANSCRIPT — … 21 October 2025”, “Radio Varde, news at eight, 15 October
 * 2025”. A page that was printed writes none of these.
 */
function headsDocument(
  { text, tokens }: ScannedText,
  { start, end }: Span,
  r: Reader,
  i: number,
  { to, weekday }: CalendarDate,
): boolean {
  const first = text[start]!;
  if (first === '*' || first === '_') {
    const lead = text.slice(tokens.end[to - 1]!, tokens.end[to - 1]! + 4);
    if (i - r.from <= LEAD && /^[.:,]?[*_]/.test(lead)) return true;
    return r.to - r.from <= LONGEST_LINE && text[end - 1] === first;
  }
  if (r.from !== 0 || r.to - r.from > LONGEST_LINE || hasBar(r)) return false;
  if (KINDS.has(at(r, r.from))) return true;
  // A masthead has the weekday, and no more than that and the date.
  return weekday === null && i - r.from >= 2 && to === r.to && at(r, i - 1) === ',' && isCapital(r, r.from);
}

/** An emphasised lead has so many tokens before its date at most. */
const LEAD = 12;

function isLongDash(r: Reader, i: number): boolean {
  return at(r, i) === '—' || at(r, i) === '–';
}

function hasBar(r: Reader): boolean {
  for (let i = r.from; i < r.to; i++) if (at(r, i) === '|') return true;
  return false;
}

const CREDITS =
  /^(?:photo|photograph|photos|getty|reuters|afp|ap|epa|sputnik|xinhua|credit|image|images|pool|handout|shutterstock|picture|tass|anadolu|bloomberg)$/;

/** A photograph's caption: a date with its weekday, and a credit in brackets or at the end of the paragraph. Archive pictures show another day. */
function isCaption(r: Reader, i: number, to: number, date: CalendarDate | null): boolean {
  if (!date || date.weekday === null) return false;
  let credit = false;
  for (let k = to; k < r.to && k < to + 24; k++) {
    if (at(r, k) === 'file' || at(r, k) === 'archive') return false;
    if (CREDITS.test(at(r, k))) credit = true;
  }
  for (let k = Math.max(r.from, i - 12); k < i; k++) if (at(r, k) === 'file') return false;
  return credit;
}

/** A dateline's year from a full date elsewhere that is the same day or follows it closely. */
function completeDateline(line: Witnesses['unfinished'], others: readonly Witness[]): StoryDate | null {
  if (!line) return null;
  let best: number | null = null;
  for (const other of others) {
    const year = Math.floor(1970 + other.day / 365.2425);
    for (const y of [year - 1, year, year + 1]) {
      if (!isDate(y, line.month, line.day)) continue;
      const day = dayOf(y, line.month, line.day);
      if (Math.abs(other.day - day) > 45) continue;
      if (best !== null && best !== day) return null;
      best = day;
    }
  }
  return best === null ? null : { day: best, evidence: 'dateline', span: line.span };
}

const DAY_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The latest captioned day, where the text itself speaks of that weekday and not of the next one, and no caption lies more than a few days before:
 * then the pictures were taken for this story.
 */
function fromCaptions(scanned: ScannedText, captions: readonly Witness[]): StoryDate | null {
  if (captions.length === 0) return null;
  const latest = captions.reduce((a, b) => (b.day > a.day ? b : a));
  if (captions.some((c) => latest.day - c.day > 3)) return null;
  const today = DAY_NAMES[weekdayOf(latest.day)]!;
  const tomorrow = DAY_NAMES[weekdayOf(latest.day + 1)]!;
  let spoken = false;
  const { tokens } = scanned;
  const r: Reader = { tokens, forms: formsOf(tokens), from: 0, to: tokens.count };
  for (let i = 0; i < tokens.count; i++) {
    if (!isCapital(r, i)) continue;
    const w = at(r, i);
    if (w !== today && w !== tomorrow) continue;
    // The captions themselves and mastheads write the date behind the weekday.
    if (namedDateAt(r, i)) continue;
    if (w === tomorrow) return null;
    spoken = true;
  }
  return spoken ? latest : null;
}
