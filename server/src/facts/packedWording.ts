import type { Wording } from './wording';

/** A wording as the index keeps it. Plain data. */
export interface PackedWording {
  /** The words, with single spaces; none has one inside. */
  readonly words: string;
  /** How many words. */
  readonly count: number;
  /** See `Wording.opensSentence`: which words do. */
  readonly opens: readonly number[];
  /** See `Wording.behindGap`: which words stand behind one; the number behind the last word for a gap at the end. Not there for none. */
  readonly gaps?: readonly number[];
}

export function packWording({ words, opensSentence, behindGap, gapAtEnd }: Wording): PackedWording {
  const gaps = numbersOf([...behindGap, gapAtEnd]);
  return {
    words: words.join(' '),
    count: words.length,
    opens: numbersOf(opensSentence),
    ...(gaps.length > 0 ? { gaps } : {}),
  };
}

export function unpackWording({ words, count, opens, gaps }: PackedWording): Wording {
  const behindGap = flagsOf(gaps ?? [], count + 1);
  const gapAtEnd = behindGap.pop()!;
  return { words: wordsOf({ words }), opensSentence: flagsOf(opens, count), behindGap, gapAtEnd };
}

export function wordsOf({ words }: Pick<PackedWording, 'words'>): string[] {
  return words.split(' ');
}

function flagsOf(numbers: readonly number[], count: number): boolean[] {
  const flags = new Array<boolean>(count).fill(false);
  for (const i of numbers) flags[i] = true;
  return flags;
}

function numbersOf(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, i) => (flag ? [i] : []));
}
