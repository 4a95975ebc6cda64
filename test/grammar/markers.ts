import assert from 'node:assert/strict';
import { type IGrammar } from 'vscode-textmate';
import { tokenize } from './tokenize';

interface Marker {
  start: number;
  end: number;
  scope: string;
}

/** A coloured run of a line: everything under one scope, from its first character to its last. */
type Run = Marker;

/**
 * Checks a text with marks in it: under a line, `^^^^ scope` for each run of characters that has a scope.
 * Every run of money, percent, date or quotation must be marked, exactly, and nothing else may be.
 */
export function checkMarkers(grammar: IGrammar, fixture: string): void {
  const { lines, markers } = parse(fixture);
  const tokens = tokenize(
    grammar,
    lines.map(({ text }) => text),
  );
  lines.forEach(({ text, number }, index) => {
    const found = runs(tokens[index] ?? []);
    const marked = markers[index] ?? [];
    assert.deepEqual(show(text, found), show(text, marked), `line ${number}: ${text}`);
  });
}

function parse(fixture: string): { lines: { text: string; number: number }[]; markers: Marker[][] } {
  const lines: { text: string; number: number }[] = [];
  const markers: Marker[][] = [];
  fixture.split('\n').forEach((text, index) => {
    const [, indent, carets, scope] = /^( *)(\^+) (\S+)$/.exec(text) ?? [];
    if (carets === undefined || indent === undefined || scope === undefined) {
      lines.push({ text, number: index + 1 });
      markers.push([]);
    } else {
      const start = indent.length;
      markers.at(-1)?.push({ start, end: start + carets.length, scope });
    }
  });
  return { lines, markers };
}

const ours = /^(?:constant\.numeric\.(?:money|percent|date)|string\.quoted\.(?:double|single|other))\.crosscheck$/;

/** Joins neighbouring tokens that stand under the same scope of ours. */
function runs(tokens: readonly { start: number; end: number; scopes: string[] }[]): Run[] {
  const found: Run[] = [];
  let open: Run[] = [];
  for (const { start, end, scopes } of tokens) {
    if (start === end) continue;
    const names = scopes.filter((scope) => ours.test(scope));
    const still = open.filter(({ scope }) => names.includes(scope));
    for (const run of still) run.end = end;
    const fresh = names
      .filter((name) => !still.some(({ scope }) => scope === name))
      .map((scope) => ({ start, end, scope }));
    found.push(...fresh);
    open = [...still, ...fresh];
  }
  return found;
}

function show(text: string, marks: readonly Marker[]): string[] {
  return marks
    .map(({ start, end, scope }) => `${scope.replace(/\.crosscheck$/, '')} @${start} ${text.slice(start, end)}`)
    .sort();
}
