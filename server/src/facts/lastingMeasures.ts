import type { Claim } from './claims';
import { isLasting } from './measures';
import { judge } from './verdict';

/** Claims, by index, of measures that a thing has one value of, under the measure and what it is said of. */
export type LastingMeasures = ReadonlyMap<string, readonly number[]>;

/** A document that gives a measure of one name more often than this is a table of many things. */
const MOST_CLAIMS = 12;

export function lastingMeasures(claims: readonly Claim[]): LastingMeasures {
  const out = new Map<string, number[]>();
  claims.forEach((claim, index) => {
    for (const key of keysOf(claim)) {
      const known = out.get(key);
      if (known) known.push(index);
      else out.set(key, [index]);
    }
  });
  return out;
}

function keysOf({ dimension, measure, about }: Claim): string[] {
  return isLasting(measure) ? about.map((name) => `${dimension} ${measure} ${name}`) : [];
}

interface Side {
  readonly claims: readonly Claim[];
  readonly lasting: LastingMeasures;
}

/**
 * Do the two claims give one measure of one name, and is each all that its document says of it? A document with several values speaks of
 * several years or of several of that name.
 */
export function giveOneMeasure(x: Side, a: Claim, y: Side, b: Claim): boolean {
  const theirs = new Set(keysOf(b));
  return keysOf(a).some((key) => theirs.has(key) && isOnly(x, a, key) && isOnly(y, b, key));
}

function isOnly({ claims, lasting }: Side, claim: Claim, key: string): boolean {
  const all = lasting.get(key) ?? [];
  return all.length <= MOST_CLAIMS && all.every((index) => sits(claims[index]!, claim));
}

function sits(a: Claim, b: Claim): boolean {
  return a === b || judge({ claim: a, storyDay: null }, { claim: b, storyDay: null })?.difference === 'none';
}
