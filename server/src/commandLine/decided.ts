import type { FolderFacts } from '../facts/index';
import type { Statement } from '../facts/model';
import type { Orphaned } from '../facts/rulings';
import type { Decided } from '../workspace/decided';
import type { Problem } from './readPaths';

/** For `check --format json`: what people decided that holds, with its places and the findings that it takes away. */
export function decidedReport(index: FolderFacts, place: (statement: Statement) => object): object[] {
  const checked = index.documents().flatMap(({ id }) => index.checkedIn(id));
  return index.rulings().map(({ ruling, places }) => ({
    kind: ruling.kind,
    reason: ruling.reason,
    places: places.map(place),
    findings: checked
      .filter((each) => each.ruling === ruling)
      .map(({ finding: { id, code, verdict, severity, message, reason, related, ...at } }) => {
        return { id, code, verdict, severity, message, reason, ...place(at), related: related.map(place) };
      }),
  }));
}

/** What to tell of the decisions files: those that cannot be read, lines that say nothing, decisions that have lost their place. */
export function decisionRemarks(decided: Decided, orphans: readonly Orphaned[]): Problem[] {
  const unread = decided.skipped.map(({ location: path, reason }): Problem => ({ kind: 'remark', path, reason }));
  const lines = decided.problems(orphans).map(({ location, line, message }): Problem => ({
    kind: 'remark',
    path: `${location}:${line + 1}`,
    reason: message,
  }));
  return [...unread, ...lines];
}
