import { type Corrections, formKey, type NameReading } from '../tag/corrections';

/** Where a folder keeps what people decided, so that it travels with the folder. */
export const decisionsPath = '.crosscheck/decisions.json';

/** What a person said of names. Forms are as written in the texts, without titles. */
export type NameDecision =
  | { readonly kind: 'not-a-name'; readonly forms: readonly string[] }
  | { readonly kind: 'name-type'; readonly forms: readonly string[]; readonly type: Exclude<NameReading, 'none'> }
  /** The first form is the name that stands for all. */
  | { readonly kind: 'same-name'; readonly forms: readonly string[] };

export interface DecisionsFile {
  readonly names: readonly NameDecision[];
  /** What was left out and why, in words. Entries that a later version may know are kept when the file is written. */
  readonly problems: readonly string[];
}

const types: readonly string[] = ['person', 'organization', 'place'];
const longestForm = 200;
const mostForms = 50;
const version = 1;

/** Reads a decisions file; '' is one without decisions. What makes no sense is left out and named, never an error. */
export function readDecisions(text: string): DecisionsFile {
  const parsed = parse(text);
  if ('refused' in parsed) return { names: [], problems: [parsed.refused] };
  const names: NameDecision[] = [];
  const problems: string[] = [];
  parsed.entries.forEach((entry, i) => {
    const read = readEntry(entry);
    if (typeof read === 'string') problems.push(`decision ${i + 1} was left out: ${read}`);
    else names.push(read);
  });
  return { names, problems };
}

/** The one decision that a value is, or why it is none. */
export function readEntry(entry: unknown): NameDecision | string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'it is not an object';
  const { kind, forms, type } = entry as Record<string, unknown>;
  if (kind !== 'not-a-name' && kind !== 'name-type' && kind !== 'same-name') return 'its kind is not known';
  if (!Array.isArray(forms) || forms.length > mostForms || !forms.every(isForm)) {
    return 'its forms are not a list of names';
  }
  const least = kind === 'same-name' ? 2 : 1;
  if (new Set(forms.map(formKey)).size < least) return `it needs ${least} forms or more`;
  if (kind !== 'name-type') return { kind, forms };
  if (typeof type !== 'string' || !types.includes(type)) return 'its type is not person, organization or place';
  return { kind, forms, type: type as Exclude<NameReading, 'none'> };
}

/**
 * The file with one more decision, which takes the place of what it contradicts; its line is the same wherever and whenever it is
 * written, and entries that are not understood stay. Refuses where that would lose what a person wrote.
 */
export function withDecision(text: string, decision: NameDecision): { text: string } | { refused: string } {
  const parsed = parse(text);
  if ('refused' in parsed) return parsed;
  const known: NameDecision[] = [];
  const unknown: unknown[] = [];
  for (const entry of parsed.entries) {
    const read = readEntry(entry);
    if (typeof read === 'string') unknown.push(entry);
    else known.push(...without(read, decision));
  }
  known.push(decision);
  const lines = [...new Set(known.map(lineOf))].sort();
  lines.push(...unknown.map((entry) => JSON.stringify(entry)));
  const rest = Object.entries(parsed.rest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return {
    text: `{\n  "version": ${version},\n${rest.join('')}  "decisions": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]\n}\n`,
  };
}

/** What is to be read otherwise. Of two decisions on one form the later in the list counts. */
export function correctionsOf(decisions: readonly NameDecision[]): Corrections {
  const out = new Map<string, NameReading>();
  for (const decision of decisions) {
    if (decision.kind === 'same-name') continue;
    for (const form of decision.forms) out.set(formKey(form), decision.kind === 'name-type' ? decision.type : 'none');
  }
  return out;
}

/** The lists of names of one and the same. */
export function sameNamesOf(decisions: readonly NameDecision[]): (readonly string[])[] {
  return decisions.flatMap(({ kind, forms }) => (kind === 'same-name' ? [forms] : []));
}

/** What is left of an older decision beside a new one. */
function without(older: NameDecision, newer: NameDecision): NameDecision[] {
  if (older.kind === 'same-name' || newer.kind === 'same-name') return [older];
  const said = new Set(newer.forms.map(formKey));
  const forms = older.forms.filter((form) => !said.has(formKey(form)));
  return forms.length > 0 ? [{ ...older, forms }] : [];
}

function parse(text: string): { entries: unknown[]; rest: Record<string, unknown> } | { refused: string } {
  if (text.trim() === '') return { entries: [], rest: {} };
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    return { refused: `${decisionsPath} is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return { refused: `${decisionsPath} does not hold an object` };
  }
  const { version: written, decisions, ...rest } = root as Record<string, unknown>;
  if (written !== undefined && written !== version) {
    return {
      refused: `${decisionsPath} is of version ${JSON.stringify(written)}; this Crosscheck reads version ${version}`,
    };
  }
  if (decisions !== undefined && !Array.isArray(decisions)) {
    return { refused: `${decisionsPath}: "decisions" is not a list` };
  }
  return { entries: decisions ?? [], rest };
}

function lineOf(decision: NameDecision): string {
  const { kind, forms } = decision;
  const list = `[${forms.map((form) => JSON.stringify(form)).join(', ')}]`;
  const type = decision.kind === 'name-type' ? `, "type": "${decision.type}"` : '';
  return `{ "kind": "${kind}", "forms": ${list}${type} }`;
}

function isForm(form: unknown): form is string {
  return typeof form === 'string' && form.length <= longestForm && formKey(form) !== '' && !/[\n\r]/.test(form);
}
