import type { Claim } from './claims';
import { isEventMeasure } from './measures';
import { judge } from './verdict';

/** Claims of a measure looked at in a document: the lead gives the toll, what follows breaks it down. */
const MOST_CLAIMS = 6;
/** In so many measures do the accounts of two events differ, agreeing in none. */
const FEWEST_APART = 2;

/** Do two documents tell of two events of one kind: another toll, another strength, and none that both give? */
export function tellOfTwoEvents(x: readonly Claim[], y: readonly Claim[]): boolean {
  const theirs = byMeasure(y);
  let apart = 0;
  for (const [measure, ours] of byMeasure(x)) {
    const others = theirs.get(measure);
    if (!others) continue;
    if (ours.some((a) => others.some((b) => fits(a, b)))) return false;
    apart++;
  }
  return apart >= FEWEST_APART;
}

function byMeasure(claims: readonly Claim[]): Map<string, Claim[]> {
  const out = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (!isEventMeasure(claim.measure) || claim.remote || claim.hypothetical) continue;
    const known = out.get(claim.measure);
    if (!known) out.set(claim.measure, [claim]);
    else if (known.length < MOST_CLAIMS) known.push(claim);
  }
  return out;
}

function fits(a: Claim, b: Claim): boolean {
  return judge({ claim: a, storyDay: null }, { claim: b, storyDay: null })?.difference === 'none';
}
