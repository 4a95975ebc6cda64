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
  const opensSentence = new Array<boolean>(count).fill(false);
  for (const i of opens) opensSentence[i] = true;
  const behindGap = new Array<boolean>(count).fill(false);
  for (const i of gaps ?? []) if (i < count) behindGap[i] = true;
  return { words: wordsOf({ words }), opensSentence, behindGap, gapAtEnd: gaps?.includes(count) ?? false };
}

export function wordsOf({ words }: Pick<PackedWording, 'words'>): string[] {
  return words.split(' ');
}

function numbersOf(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, i) => (flag ? [i] : []));
}
