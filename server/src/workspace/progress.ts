import type { Skipped } from './fileSystem';

export interface Progress {
  /** `stopped`: the user ended the reading; what is unread stays so until it is resumed. */
  readonly phase: 'indexing' | 'ready' | 'stopped';
  readonly documents: number;
  readonly done: number;
  /** Ascending by location. */
  readonly skipped: readonly Skipped[];
}
