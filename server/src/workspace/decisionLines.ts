import { besides, type Decision, isOnSame, lineOf, readEntry } from './decisions';

/** A decision and its line, counted from 0. */
export interface DecidedLine {
  readonly line: number;
  readonly decision: Decision;
}

/** A line that says nothing, and why. */
export interface BrokenLine {
  readonly line: number;
  readonly reason: string;
}

export interface DecisionLines {
  readonly decisions: readonly DecidedLine[];
  readonly broken: readonly BrokenLine[];
}

interface Line {
  readonly text: string;
  /** What ends it: '' at the end of a file without a last line end. */
  readonly end: string;
  readonly read: Decision | null;
  readonly reason: string;
}

const longestLine = 100_000;

/** Reads a decisions file line by line; '' is one without decisions. A line that makes no sense is named, and the others count. */
export function readDecisions(text: string): DecisionLines {
  const decisions: DecidedLine[] = [];
  const broken: BrokenLine[] = [];
  linesOf(withoutMark(text)).forEach(({ read, reason }, line) => {
    if (read) decisions.push({ line, decision: read });
    else if (reason !== '') broken.push({ line, reason });
  });
  return { decisions, broken };
}

/**
 * The file with one more decision, which takes the place of what it contradicts. It goes where its line belongs in the order of lines, so
 * that two people who add one each seldom write at the same place. All other lines stay as they are, byte for byte.
 */
export function withDecision(text: string, decision: Decision): string {
  const lines = linesOf(withoutMark(text));
  const kept = lines.flatMap((line): Line[] => {
    if (!line.read) return [line];
    const left = besides(line.read, decision);
    if (left === line.read) return [line];
    return left ? [{ ...line, text: lineOf(left), read: left }] : [];
  });
  const ours = lineOf(decision);
  const before = kept.findLastIndex(({ read }) => read && lineOf(read) <= ours);
  const after = kept.findIndex(({ read }) => read !== null);
  const at = before >= 0 ? before + 1 : after >= 0 ? after : kept.length;
  const end = lines.find((line) => line.end !== '')?.end ?? '\n';
  const all = [...kept.slice(0, at), { text: ours, end, read: decision, reason: '' }, ...kept.slice(at)];
  return markOf(text) + written(all, end);
}

/** The file without a decision, whatever reason it gives; the same text where it holds none such. */
export function withoutDecision(text: string, decision: Decision): string {
  const lines = linesOf(withoutMark(text));
  const kept = lines.filter(({ read }) => !read || read.kind !== decision.kind || !isOnSame(read, decision));
  return kept.length === lines.length ? text : markOf(text) + written(kept, '\n');
}

/** A line that is no longer the last gets a line end. */
function written(lines: readonly Line[], end: string): string {
  return lines.map((line, i) => line.text + (line.end === '' && i < lines.length - 1 ? end : line.end)).join('');
}

function markOf(text: string): string {
  return text.startsWith('\uFEFF') ? '\uFEFF' : '';
}

function withoutMark(text: string): string {
  return text.slice(markOf(text).length);
}

function linesOf(text: string): Line[] {
  const out: Line[] = [];
  for (let at = 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const to = stop < 0 ? text.length : stop;
    const body = stop > at && text[stop - 1] === '\r' ? stop - 1 : to;
    const line = text.slice(at, body);
    out.push({ text: line, end: text.slice(body, stop < 0 ? to : stop + 1), ...read(line) });
    at = stop < 0 ? text.length : stop + 1;
  }
  return out;
}

function read(line: string): { read: Decision | null; reason: string } {
  const text = line.trim();
  if (text === '') return { read: null, reason: '' };
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(text)) return { read: null, reason: 'a merge conflict is not resolved here' };
  if (text.length > longestLine) return { read: null, reason: 'it is too long' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { read: null, reason: 'it is not JSON' };
  }
  const decision = readEntry(value);
  return typeof decision === 'string' ? { read: null, reason: decision } : { read: decision, reason: '' };
}
