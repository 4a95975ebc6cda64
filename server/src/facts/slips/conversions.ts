import type { Figure, TaggedText } from '../../tag/model';
import { TokenKind } from '../../text/tokens';
import { roundNumber } from '../roundNumber';
import { isConverted, measureOfUnit, unitFactor } from '../unitFactors';
import type { Slip } from './model';
import { tokenAt, wordAt, wordsBetween, written } from './words';

/** People round what they convert: 10 miles are 15 or 16 kilometres. What is farther off is a slip. */
const ROUNDED = 0.12;

/** A measure and, in brackets behind it, what it is in another unit, which it is not: “10 miles (26 km)”. */
export function conversionSlips(tagged: TaggedText): Slip[] {
  const out: Slip[] = [];
  const { figures } = tagged;
  for (let i = 0; i + 1 < figures.length; i++) {
    const first = figures[i]!;
    const second = figures[i + 1]!;
    if (!isMeasure(first) || !isMeasure(second) || first.unit === second.unit) continue;
    if (measureOfUnit(first.unit) !== measureOfUnit(second.unit)) continue;
    if (!isInBrackets(tagged, first, second) || isConverted(first, second, ROUNDED)) continue;
    const should = converted(first, second);
    out.push({
      code: 'conflicting-figure',
      start: second.start,
      end: second.end,
      reason: `${written(tagged, first)} would be ${should}, not ${written(tagged, second)}`,
      related: [{ start: first.start, end: first.end }],
    });
  }
  return out;
}

function isMeasure({ type, unit, low, op }: Figure): boolean {
  return type === 'quantity' && unit !== '' && low !== null && low !== 0 && (op === '=' || op === '~');
}

/** “10 miles (16 km)”, “10 miles (about 16 km) away”. */
function isInBrackets(tagged: TaggedText, first: Figure, second: Figure): boolean {
  const { tokens } = tagged.scanned;
  // “5 feet 10 inches (1.78 metres)”: the first is the rest of a longer measure.
  const at = tokenAt(tokens, first.start);
  if ([1, 2].some((back) => tokens.kind[at - back] === TokenKind.Number)) return false;
  const between = wordsBetween(tokens, first.end, second.start, 4);
  if (!between || between[0] !== '(' || between.slice(1).some((word) => word === ')' || /\d/.test(word))) return false;
  if (between.length > 1 && second.hedge === '') return false;
  return wordAt(tokens, tokenAt(tokens, second.end)) === ')';
}

function isTemperature({ unit }: Figure): boolean {
  return unit === 'celsius' || unit === 'fahrenheit';
}

function converted(first: Figure, second: Figure): string {
  const name = second.unit === 'foot' ? 'feet' : second.unit;
  const value = first.low!;
  if (isTemperature(first)) {
    const degrees = first.unit === 'celsius' ? value * 1.8 + 32 : (value - 32) / 1.8;
    return `about ${Math.round(degrees)} degrees ${name[0]!.toUpperCase()}${name.slice(1)}`;
  }
  const x = unitFactor(first.unit)!;
  const y = unitFactor(second.unit)!;
  const exact = (value * (x.low + x.high)) / (y.low + y.high);
  return `about ${roundNumber(exact, 2)} ${inPlural(name)}`;
}

function inPlural(unit: string): string {
  const [head, ...rest] = unit.split(' per ');
  const plural = head!.endsWith('foot')
    ? `${head!.slice(0, -4)}feet`
    : head!.endsWith('feet')
      ? head!
      : head!.endsWith('inch')
        ? `${head!}es`
        : `${head!}s`;
  return [plural, ...rest].join(' per ');
}
