import type { Claim } from './claims';
import { passageKeys } from './passage';

const MOST_KEYS = 16;

/** What a claim is looked up by: its value, and its dimension with the words around it that tell most about it. */
export function keysOf(claim: Claim): string[] {
  const { dimension } = claim;
  const keys = new Set<string>([valueKey(claim)]);
  if (claim.plain !== dimension) keys.add(valueKey({ ...claim, dimension: claim.plain }));
  // A measure of one thing is looked up by the two, however differently the sentences go.
  for (const name of claim.about) keys.add(`${dimension}|${claim.measure}|${name}`);
  for (const key of passageKeys(claim.passage)) keys.add(`${dimension}|${key}`);
  for (const stem of claim.near) keys.add(`${dimension}|${stem}`);
  const heavy = [...claim.words].sort(([s, x], [t, y]) => y.weight - x.weight || (s < t ? -1 : 1));
  for (const [stem, word] of heavy) {
    if (keys.size >= MOST_KEYS || word.weight < 0.5) break;
    keys.add(`${dimension}|${stem}`);
  }
  return [...keys];
}

export function valueKey({ dimension, figure }: Claim): string {
  return `${dimension}=${figure.low}..${figure.high}`;
}
