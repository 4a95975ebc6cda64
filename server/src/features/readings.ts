import type { Figure, Operator, Quote, SpeakerRule } from '../tag/model';
import { isoDay } from '../text/isoDay';

/** What a figure was read as: “61,000,000,000 US dollars”. '' for a date that nothing resolves. */
export function valueInWords(figure: Figure): string {
  const { type, value, low, high, op } = figure;
  if (type === 'date') return datesInWords(value, low, high);
  if (type === 'time') return value === null ? '' : String(value);
  if (type === 'duration' && op === '=' && typeof value === 'string') return durationInWords(value);
  if (op === '..' && low !== null && high !== null) return `${number(low)} to ${measured(high, figure)}`;
  const amount = typeof value === 'number' ? value : low;
  if (amount === null) return '';
  return `${hedges[op]}${measured(amount, figure)}`;
}

/** How far the words can be trusted: “exact to the billion”, “worked out from the story’s date”. */
export function precisionInWords({ type, op, fine, coarse, role, resolution, value, low }: Figure): string[] {
  if (type === 'date') return dateResolutions[value === null && low === null ? 'open' : resolution];
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
  if (speaker) return `${direct ? 'said' : 'stated'} by ${speaker.name}`;
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

const dateResolutions: Record<Figure['resolution'], string[]> = {
  absolute: [],
  story: ['worked out from the story’s date'],
  open: ['left open: the text does not say in relation to which day'],
};

function measured(amount: number, { type, unit, counted }: Figure): string {
  if (type === 'money') return money(amount, unit);
  if (type === 'age') return `${number(amount)} years old`;
  if (type === 'duration') return `${number(amount)} ${amount === 1 ? 'day' : 'days'}`;
  if (type === 'percent' && unit === '') return `${number(amount)} percent`;
  const what = unit === '' ? counted : unit === 'percent' || amount === 1 ? unit : `${unit}s`;
  return what === '' ? number(amount) : `${number(amount)} ${what}`;
}

function number(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

function money(amount: number, unit: string): string {
  if (!/^[A-Z]{3}$/.test(unit)) return unit === '' ? number(amount) : `${number(amount)} ${unit}`;
  return amount.toLocaleString('en-US', {
    style: 'currency',
    currency: unit,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
    maximumFractionDigits: 6,
  });
}

const periods: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour' };

/** “814 days” for `P814D`; what has several parts stays as it is. */
function durationInWords(iso: string): string {
  const [, amount, letter = ''] = /^PT?(\d+(?:\.\d+)?)([YMWDH])$/.exec(iso) ?? [];
  if (amount === undefined || (letter === 'M' && iso.startsWith('PT'))) return iso;
  return `${number(Number(amount))} ${periods[letter]}${amount === '1' ? '' : 's'}`;
}

function datesInWords(value: Figure['value'], low: number | null, high: number | null): string {
  if (typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value)) return dateInWords(value);
  const from = low === null ? null : isoDay(low);
  const to = high === null ? null : isoDay(high);
  if (from && to) return from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  return value === null ? '' : String(value);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** “17 May 2024”, “May 2024”, “2024” */
function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  const named = month && months[Number(month) - 1];
  return [day && String(Number(day)), named, year].filter(Boolean).join(' ');
}
