import type { Status } from '../protocol';
import type { Progress } from '../workspace/progress';

export function statusOf(
  { phase, documents, done, skipped }: Progress,
  counts: { readonly facts: number; readonly findings: number; readonly generation: number },
): Status {
  const named = skipped.map(({ location, reason }) => ({ uri: location, reason }));
  return { phase, documents, done, skipped: named, ...counts };
}
