import { shuffled } from './random.mjs';

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const small = new Map(words.split(' ').map((word, value) => [word, value]));
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, i) => [w, 20 + 10 * i]),
);
const values = new Map([...small, ...tens]);
const scales = new Map([
  ['million', 1e6],
  ['billion', 1e9],
]);
const numberWord = new RegExp(`\\b(${[...values.keys()].join('|')})\\b`, 'gi');

/** The hedges that leave a figure some room: how far another may be from it and still be meant, and on which side it is open. */
const hedges = [
  [/\b(?:about|around|some|roughly|nearly|almost|close to)\s*$/i, 0.3, 0],
  [/\b(?:at least|more than|over|above)\s*(?:the\s*)?$/i, 0.3, 1],
  [/\b(?:fewer than|less than|up to|under)\s*$/i, 0.3, -1],
];

/**
 * What a hand that slips may write for a figure, likeliest contradictions only: each is further from every other statement of the fact
 * than rounding and hedges explain. Empty where the figure is not written in a way that is understood here.
 */
export function figureSlips(stated, others, random) {
  const value = valueOf(stated.text);
  const [, , bound] = hedgeOf(stated.before);
  // Two bounds on one side are both true of much.
  const held = others.filter(
    ({ text, before }) => valueOf(text) !== null && (bound === 0 || hedgeOf(before)[2] !== bound),
  );
  if (!value || held.length === 0) return [];
  const spread = Math.max(...held.map(({ text }) => Math.abs(valueOf(text) - value) / value));
  const room = Math.max(2 * spread, ...[stated, ...held].map(({ before }) => hedgeOf(before)[1]));
  const side = bound - held.reduce((sum, { before }) => sum || hedgeOf(before)[2], 0);
  return shuffled(spellings(stated.text), random).filter((text) => {
    const slip = valueOf(text);
    if (slip === null || slip === value || Math.abs(slip - value) / value <= room) return false;
    return side === 0 || Math.sign(slip - value) === Math.sign(side);
  });
}

function hedgeOf(before) {
  return hedges.find(([pattern]) => pattern.test(before)) ?? [null, 0, 0];
}

function spellings(text) {
  const clock = clockTime.exec(text);
  if (clock) return timeSlips(Number(clock[1]), Number(clock[2])).map((time) => text.replace(clock[0], time));
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text);
  if (digits) return digitSlips(digits[0]).map((number) => text.replace(digits[0], () => number));
  const found = [...text.matchAll(numberWord)].at(-1);
  if (!found) return [];
  const put = (word) => text.slice(0, found.index) + word + text.slice(found.index + found[0].length);
  const units = [...small.keys()].slice(1, 10);
  const behindTens = text[found.index - 1] === '-';
  const list = tens.has(found[0].toLowerCase()) ? [...tens.keys()] : behindTens ? units : [...small.keys()].slice(2);
  const capital = found[0][0] !== found[0][0].toLowerCase();
  return list.map((word) => put(capital ? word[0].toUpperCase() + word.slice(1) : word));
}

const clockTime = /\b(\d{1,2}):(\d\d)\b/;

/** An hour or ten minutes off, the digits of the minutes swapped. */
function timeSlips(hour, minute) {
  const swapped = (minute % 10) * 10 + Math.floor(minute / 10);
  const times = [
    [hour - 1, minute],
    [hour + 1, minute],
    [hour, minute - 10],
    [hour, minute + 10],
    [hour, swapped],
  ];
  return times
    .filter(([h, m]) => h > 0 && h < 13 && m >= 0 && m < 60)
    .map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`);
}

/** Another digit, two digits swapped, ten times as much; one more or less where the number is small. */
function digitSlips(number) {
  const out = [];
  const plain = number.replaceAll(',', '');
  const add = (digits) => {
    if (!/^0\d/.test(digits)) out.push(number.includes(',') || digits.length > 3 ? grouped(digits) : digits);
  };
  if (Number(plain) < 100) for (const step of [1, -1]) add(String(Number((Number(plain) + step).toFixed(1))));
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === '.' || (plain[i] === '0' && i > 0)) continue;
    for (let digit = 1; digit <= 9; digit++) add(plain.slice(0, i) + digit + plain.slice(i + 1));
    if (plain[i + 1] !== undefined && plain[i + 1] !== '.') {
      add(plain.slice(0, i) + plain[i + 1] + plain[i] + plain.slice(i + 2));
    }
  }
  if (!plain.includes('.')) add(`${plain}0`);
  return [...new Set(out)].filter((slip) => slip !== number);
}

function grouped(digits) {
  return digits.includes('.') ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The number that a statement gives, its scale word included: null where there is none, or more than is understood here. */
function valueOf(text) {
  const lower = text.toLowerCase();
  if (/\bpast\b/.test(lower)) return null;
  const clock = clockTime.exec(lower);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const scale = [...scales].find(([word]) => lower.includes(word))?.[1] ?? 1;
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(lower);
  if (digits) return Number(digits[0].replaceAll(',', '')) * scale;
  let sum = 0;
  let seen = false;
  for (const [word] of lower.matchAll(/[a-z]+/g)) {
    if (word === 'hundred') sum *= 100;
    else if (word === 'thousand') sum *= 1000;
    else if (values.has(word)) {
      sum += values.get(word);
      seen = true;
    }
  }
  return seen ? sum * scale : null;
}
