import type { Figure, Operator, Quote, SpeakerRule } from '../tag/model';
import { isoDay } from '../text/isoDay';

/** What a figure was read as: “61,000,000,000 US dollars”. '' for a date that nothing resolves. */
export function valueInWords(figure: Figure): string {
  const { type, value, low, high, op } = figure;
  if (type === 'date') return datesInWords(value, low, high);
  if (type === 'time') return value === null ? '' : String(value);
  if (type === 'duration' && op !== '..' && typeof value === 'string') return `${hedges[op]}${durationInWords(value)}`;
  if (op === '..' && low !== null && high !== null) {
    const days = type === 'duration' ? (daysOf[figure.unit] ?? 1) : 1;
    const ends = [low, high].map((end) => (days === 1 ? end : Math.round((end / days) * 10) / 10));
    return `${number(ends[0]!)} to ${measured(ends[1]!, figure)}`;
  }
  const amount = typeof value === 'number' ? value : low;
  if (amount === null) return '';
  return `${hedges[op]}${measured(amount, figure)}`;
}

/** How far the words can be trusted: “exact to the billion”, “from “Thursday” and the story’s date, 17 May 2024”. `written` is the figure's own text. */
export function precisionInWords(figure: Figure, written: string, storyDay: number | null): string[] {
  const { type, op, fine, coarse, role, resolution, value, low } = figure;
  if (type === 'date') {
    if (value === null && low === null) return [openDate];
    return resolution === 'story' && storyDay !== null
      ? [`from “${written}” and the story’s date, ${datesInWords(null, storyDay, storyDay)}`]
      : [];
  }
  const remarks: string[] = [];
  if (op === '=' && steps[fine]) remarks.push(`exact to the ${steps[fine]}`);
  else if (op === '=' && coarse > fine && steps[coarse]) remarks.push(`perhaps rounded to the ${steps[coarse]}`);
  if (role === 'change') remarks.push('a change, not a level');
  if (role === 'threshold') remarks.push('a limit');
  return remarks;
}

/** How a speaker was found, as a pattern. */
export const speakerRules: Record<SpeakerRule, string> = {
  label: 'NAME: at the head of the line',
  after: '“…,” NAME said',
  afterInverted: '“…,” said NAME',
  accordingTo: 'according to NAME',
  before: 'NAME said: “…”',
  sameParagraph: 'the speaker of the quotation before, in the same paragraph',
  cueInSentence: 'a word of saying elsewhere in the sentence',
  paragraphBefore: 'the last speaker of the paragraph before',
  topic: 'whom the sentence before is about',
  indirect: 'NAME said that …',
  none: '',
};

export function speakerInWords({ speaker, direct, use }: Quote): string {
  if (speaker) {
    const { name, pronoun } = speaker;
    const written = pronoun === '' || pronoun === name ? '' : ` (“${pronoun}” in the text)`;
    return `${direct ? 'said' : 'stated'} by ${name}${written}`;
  }
  return use === 'speech' ? 'no speaker found' : '';
}

/** What a quotation is called: “quotation”, “indirect speech”, “phrase in quotation marks”, “title”. */
export function quoteKind({ direct, use }: Quote): string {
  if (!direct) return 'indirect speech';
  return { speech: 'quotation', phrase: 'phrase in quotation marks', title: 'title' }[use];
}

const hedges: Record<Operator, string> = {
  '=': '',
  '~': 'about ',
  '>': 'more than ',
  '>=': 'at least ',
  '<': 'less than ',
  '<=': 'at most ',
  '..': '',
};

const steps: Record<number, string | undefined> = {
  10: 'ten',
  100: 'hundred',
  1e3: 'thousand',
  1e4: 'ten thousand',
  1e5: 'hundred thousand',
  1e6: 'million',
  1e7: 'ten million',
  1e8: 'hundred million',
  1e9: 'billion',
  1e10: 'ten billion',
  1e11: 'hundred billion',
  1e12: 'trillion',
};

const openDate = 'left open: the text does not say which day is meant';

/** The amount with its unit or what it counts, and what it is per: “85 US dollars per barrel”, “12 people per 100,000”. */
function measured(amount: number, figure: Figure): string {
  const { per } = figure;
  if (per === '') return ofUnit(amount, figure);
  return `${ofUnit(amount, figure)} per ${/^\d/.test(per) ? number(Number(per)) : per}`;
}

function ofUnit(amount: number, { type, unit, counted }: Figure): string {
  if (type === 'money') return money(amount, unit);
  if (type === 'age') return `${number(amount)} ${unit === '' ? 'year' : unit}${amount === 1 ? '' : 's'} old`;
  if (type === 'duration') return `${number(amount)} ${unit}${amount === 1 ? '' : 's'}`;
  if (unit === 'ratio') return `${number(amount)} to 1`;
  if (type === 'percent' && unit === '') return `${number(amount)} percent`;
  const what = unit === '' ? counted : unit === 'percent' || amount === 1 ? unit : `${unit}s`;
  return what === '' ? number(amount) : `${number(amount)} ${what}`;
}

/** By currency, '' for none. Kept, for to make one takes a hundred times as long as to use it, and a table has thousands of values. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    const named = currency === '' ? {} : ({ style: 'currency', currency, currencyDisplay: 'name' } as const);
    format = new Intl.NumberFormat('en-US', { ...named, minimumFractionDigits: 0, maximumFractionDigits: 6 });
    formats.set(currency, format);
  }
  return format;
}

function number(amount: number): string {
  return formatOf('').format(amount);
}

function money(amount: number, unit: string): string {
  if (!/^[A-Z]{3}$/.test(unit)) return unit === '' ? number(amount) : `${number(amount)} ${unit}`;
  return formatOf(unit).format(amount);
}

/** For a range of durations, whose ends are in days. */
const daysOf: Record<string, number> = {
  second: 1 / 86400,
  minute: 1 / 1440,
  hour: 1 / 24,
  week: 7,
  fortnight: 14,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
  century: 36525,
};

const periods = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** “814 days” for `P814D`, “10 years, 3 months” for `P10Y3M`. */
function durationInWords(iso: string): string {
  const n = '(\\d+(?:\\.\\d+)?)';
  const parts = new RegExp(`^P(?:${n}Y)?(?:${n}M)?(?:${n}W)?(?:${n}D)?(?:T(?:${n}H)?(?:${n}M)?(?:${n}S)?)?$`).exec(iso);
  if (!parts) return iso;
  const words = periods.flatMap((period, k) => {
    const amount = parts[k + 1];
    return amount === undefined ? [] : [`${number(Number(amount))} ${period}${amount === '1' ? '' : 's'}`];
  });
  return words.join(', ') || iso;
}

function datesInWords(value: Figure['value'], low: number | null, high: number | null): string {
  if (typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value)) return dateInWords(value);
  const from = low === null ? null : isoDay(low);
  const to = high === null ? null : isoDay(high);
  if (from && to) return from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  return value === null ? '' : String(value);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day counted from 1970-01-01: “17 May 2024”. */
export function dayInWords(day: number): string {
  return dateInWords(isoDay(day) ?? '');
}

/** “17 May 2024”, “May 2024”, “2024” */
function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  const named = month && months[Number(month) - 1];
  return [day && String(Number(day)), named, year].filter(Boolean).join(' ');
}
