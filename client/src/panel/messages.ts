import { type FactKind, type FactTable, type FactVerdict } from '../../../server/src/protocol';

/** What the panel shows of the table: kept by the page, so that it survives a reload. */
export interface PanelState {
  readonly tab: 'table' | 'timeline';
  readonly words: string;
  readonly verdict: FactVerdict | 'all';
  readonly kind: FactKind | 'all';
  readonly sort: 'gravity' | 'label' | 'documents';
}

export const firstState: PanelState = { tab: 'table', words: '', verdict: 'all', kind: 'all', sort: 'gravity' };

export const copyFormats = ['markdown', 'csv', 'html'] as const;
export type CopyFormat = (typeof copyFormats)[number];

export type ToPage =
  | { readonly type: 'table'; readonly table: FactTable }
  /** Changes what is shown. */
  | { readonly type: 'show'; readonly state: Partial<PanelState> }
  /** For the eye and the screen reader: what a request has come to. */
  | { readonly type: 'say'; readonly words: string };

export type FromPage =
  /** The script runs and wants the table. */
  | { readonly type: 'ready' }
  /** The table was cut short: the facts that have these words, please. */
  | { readonly type: 'ask'; readonly words: string }
  /** By its index in the table, the statement to open. */
  | { readonly type: 'jump'; readonly fact: string; readonly statement: number }
  | { readonly type: 'open'; readonly document: number }
  /** The facts by their ids, in the order shown. */
  | { readonly type: 'copy'; readonly format: CopyFormat; readonly facts: readonly string[] }
  /** What is on the screen now. */
  | { readonly type: 'shown'; readonly shown: Shown };

export interface Shown {
  readonly state: PanelState;
  readonly facts: number;
  readonly documents: number;
  readonly days: number;
  /** Rows of the table that exist as elements: only those in view. */
  readonly rows: number;
  /** The texts of the cells of the first row, its heading first. */
  readonly firstRow: readonly string[];
}
