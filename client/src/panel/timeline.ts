import { type FactRow } from '../../../server/src/protocol';
import { compareStrings } from '../../../server/src/text/compareStrings';

/** One day (or month, or year) of the timeline, with what is stated of it. */
export interface Day {
  /** ISO 8601: “2024-05-16”, “2024-05”, “2024”. */
  readonly day: string;
  readonly entries: readonly DayEntry[];
}

export interface DayEntry {
  readonly fact: FactRow;
  /** Indexes of the statements of the fact that name this day. */
  readonly statements: readonly number[];
  /** The other days that the statements of a date name: what it is in conflict with. */
  readonly others: readonly string[];
}

/** The dated statements of facts in the order of their days; within a day the facts keep theirs. */
export function timelineOf(facts: readonly FactRow[]): Day[] {
  const days = new Map<string, DayEntry[]>();
  for (const fact of facts) {
    const byDay = statementsByDay(fact);
    for (const [day, statements] of byDay) {
      const others = fact.kind === 'date' ? [...byDay.keys()].filter((other) => other !== day).sort() : [];
      const entry = { fact, statements, others };
      const known = days.get(day);
      if (known) known.push(entry);
      else days.set(day, [entry]);
    }
  }
  return [...days.keys()].sort(compareStrings).map((day) => ({ day, entries: days.get(day) ?? [] }));
}

function statementsByDay({ statements }: FactRow): Map<string, number[]> {
  const byDay = new Map<string, number[]>();
  for (const [index, { day }] of statements.entries()) {
    if (day === null) continue;
    const known = byDay.get(day);
    if (known) known.push(index);
    else byDay.set(day, [index]);
  }
  return byDay;
}
