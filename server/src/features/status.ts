import type { Progress } from '../workspace/workspace';

/** What the client is told of the index by the notification `crosscheck/status`, and as the answer to `crosscheck/ready`. */
export interface Status {
  readonly phase: 'indexing' | 'ready';
  /** Documents found, of which `done` have been read. */
  readonly documents: number;
  readonly done: number;
  readonly facts: number;
  readonly findings: number;
  /** Files that should have been read and were not, and why in words. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

export const statusMethod = 'crosscheck/status';

/** A request without parameters; answered with the status once everything that is known of has been read and reported. */
export const readyMethod = 'crosscheck/ready';

export function statusOf({ phase, documents, done, skipped }: Progress, facts: number, findings: number): Status {
  const named = skipped.map(({ location, reason }) => ({ uri: location, reason }));
  return { phase, documents, done, facts, findings, skipped: named };
}
