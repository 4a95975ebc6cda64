import type { Corrections } from '../tag/corrections';
import type { HeldText } from './heldText';
import { tagHere } from './reading';

/** How often a text is tagged for practice, and characters of the longest. */
const times = 12;
const longest = 20_000;

/**
 * Tags a text that came tagged, and throws away what it finds. The engine is slow at what it has done a few times only: where threads or the cache
 * gave all that was tagged, this thread has tagged nothing, and would take three times as long for the first letter as for the hundredth.
 * `rest` is waited for before each time; `isOver` says after it that nobody needs it any more.
 */
export async function practise(
  { text, format }: Pick<HeldText, 'text' | 'format'>,
  corrections: Corrections,
  rest: () => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  if (text.length > longest) return;
  for (let i = 0; i < times; i++) {
    await rest();
    if (isOver()) return;
    tagHere(text, format, corrections).held.facts();
  }
}
