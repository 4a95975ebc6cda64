import type { Claim } from './claims';
import { FULL_WEIGHT } from './claimWords';
import { keyHash, numberHash } from './keyHash';
import { passageKeys } from './passage';

const MOST_KEYS = 16;

/** What a claim is looked up by: its value, and its dimension with the words around it that tell most about it. */
export function keysOf(claim: Claim): number[] {
  const { dimension, measure } = claim;
  const keys = new Set<number>([valueKey(claim)]);
  if (claim.plain !== dimension) keys.add(valueKey({ ...claim, dimension: claim.plain }));
  const kind = keyHash(`${dimension}|`);
  // A measure of one thing is looked up by the two, however differently the sentences go: enough by itself, so it counts twice.
  for (const name of claim.about) for (const mark of ['|', '||']) keys.add(keyHash(measure + mark + name, kind));
  for (const key of passageKeys(claim.passage)) keys.add(keyHash(key, kind));
  for (const stem of claim.near) keys.add(numberHash(stem, kind));
  const { keys: stems, weights } = claim.words;
  const heavy = stems.map((_, i) => i).filter((i) => weights[i]! >= LEAST_WEIGHT);
  for (const i of heavy.sort((a, b) => weights[b]! - weights[a]! || a - b)) {
    if (keys.size >= MOST_KEYS) break;
    keys.add(numberHash(stems[i]!, kind));
  }
  return [...keys];
}

const LEAST_WEIGHT = FULL_WEIGHT / 2;

export function valueKey({ dimension, figure }: Pick<Claim, 'dimension' | 'figure'>): number {
  return numberHash(figure.high!, numberHash(figure.low!, keyHash(`${dimension}=`)));
}
