import type { Figure } from '../tag/model';

/** Numbers up to ten in words, as most style books want them. */
const words = 'zero one two three four five six seven eight nine ten'.split(' ');

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousand|k)\b/i, 1e3],
  [/^(?:million|mn|m)\b/i, 1e6],
  [/^(?:billion|bn|b)\b/i, 1e9],
  [/^(?:trillion|tn)\b/i, 1e12],
];

/** Decimals that a scale word takes: “61.25 million”, not “61.2537 million”. */
const mostDecimals = 2;

/**
 * The value of `theirs` written as `ours` is: with its currency sign, its unit, its scale word, its grouping. Where the value cannot be
 * written so, `theirWords` as they stand.
 *
 *     $61 billion, €60bn is not the same money: €60bn     $61 billion, 60 billion dollars: $60 billion
 *     eight, 9: nine                                      1,487 people, 1500: 1,500 people
 */
export function figureInStyle(ours: Figure, ourWords: string, theirs: Figure, theirWords: string): string {
  const alike = ours.type === theirs.type && ours.unit === theirs.unit && theirs.op !== '..' && ours.op !== '..';
  if (!alike || typeof theirs.value !== 'number' || typeof ours.value !== 'number') return theirWords;
  const spelled = words.indexOf(ourWords.toLowerCase());
  if (spelled >= 0) return spelledOut(theirs.value, ourWords) ?? theirWords;
  const number = /\d[\d,.]*\d|\d/.exec(ourWords);
  if (!number) return theirWords;
  const before = ourWords.slice(0, number.index);
  const after = ourWords.slice(number.index + number[0].length);
  const scale = scales.find(([word]) => word.test(after.trimStart().replace(/^-/, '')))?.[1] ?? 1;
  // What the digits stand for must be all of the value: “2.5 dozen” or “61 cents” have a factor that is not seen here.
  if (Math.abs(digitsOf(number[0]) * scale - ours.value) > Math.abs(ours.value) * 1e-9) return theirWords;
  const digits = inDigits(theirs.value / scale, number[0], scale > 1 ? mostDecimals : 6);
  return digits === null ? theirWords : before + digits + after;
}

function digitsOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

/** Grouped where the model is, or where it has no need to be; null where more decimals would be needed. */
function inDigits(value: number, model: string, decimals: number): string | null {
  const rounded = Number(value.toFixed(decimals));
  if (Math.abs(rounded - value) > Math.abs(value) * 1e-9) return null;
  const grouped = model.includes(',') || digitsOf(model) < 1000;
  return rounded.toLocaleString('en-US', { maximumFractionDigits: decimals, useGrouping: grouped });
}

function spelledOut(value: number, model: string): string | null {
  const word = words[value];
  if (word === undefined) return null;
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
