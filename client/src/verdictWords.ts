import { type FactKind, type FactVerdict } from '../../server/src/protocol';

/** How a verdict is shown: a sign for the eye and a word for the ear, so that colour says nothing alone. */
export interface VerdictWords {
  readonly sign: string;
  /** Of one statement or fact. */
  readonly word: string;
  /** Of several facts. */
  readonly heading: string;
}

/** The same signs as in the hovers of the server. */
export const verdictWords: Readonly<Record<FactVerdict, VerdictWords>> = {
  conflict: { sign: '≠', word: 'conflict', heading: 'Conflicts' },
  disputed: { sign: '⇄', word: 'disputed', heading: 'Disputed' },
  updated: { sign: '↻', word: 'updated', heading: 'Updated' },
  compatible: { sign: '≈', word: 'compatible', heading: 'Compatible' },
  agree: { sign: '=', word: 'agreed', heading: 'Agreed' },
};

export const kindWords: Readonly<Record<FactKind, { readonly word: string; readonly heading: string }>> = {
  figure: { word: 'figure', heading: 'Figures' },
  date: { word: 'date', heading: 'Dates' },
  quote: { word: 'quotation', heading: 'Quotations' },
};

/** “1 document”, “1,204 documents”. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** The last part of a path with forward slashes. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
