import { type Anchor, longestQuote, sameAnchor } from '../facts/anchors';
import type { Ruling } from '../facts/rulings';
import { type Corrections, formKey, type NameReading } from '../tag/corrections';

/** Where a folder keeps what people decided, so that it travels with the folder: JSON Lines, one decision a line. */
export const decisionsPath = '.crosscheck/decisions.jsonl';

/** Written beside a new decisions file: git then takes the lines of both sides of a merge. */
export const mergeAttributes = 'decisions.jsonl merge=union text eol=lf\n';

/** What a person said of names. Forms are as written in the texts, without titles. */
export type NameDecision =
  | { readonly kind: 'not-a-name'; readonly forms: readonly string[] }
  | { readonly kind: 'name-type'; readonly forms: readonly string[]; readonly type: Exclude<NameReading, 'none'> }
  /** The first form is the name that stands for all. */
  | { readonly kind: 'same-name'; readonly forms: readonly string[] };

/** Files, as a glob inside their folder, that are named first: where others differ from them, the others are reported. */
export interface Trust {
  readonly kind: 'trusted';
  readonly files: string;
  readonly reason: string;
}

export type Decision = NameDecision | Ruling | Trust;

const types: readonly string[] = ['person', 'organization', 'place'];
const longestForm = 200;
const longestText = 2000;
const mostForms = 50;
const mostSides = 12;

/** The one decision that a value is, or why it is none. */
export function readEntry(entry: unknown): Decision | string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'it is not an object';
  const fields = entry as Record<string, unknown>;
  const reason = fields['reason'] ?? '';
  if (!isText(reason, 0)) return 'its reason is not a line of text';
  switch (fields['kind']) {
    case 'not-a-name':
    case 'name-type':
    case 'same-name':
      return readName(fields['kind'], fields);
    case 'checked':
      return readCheck(fields, reason);
    case 'not-same':
    case 'same':
      return readPair(fields['kind'], fields['sides'], reason);
    case 'superseded':
      return readPair('superseded', [fields['old'], fields['new']], reason);
    case 'trusted':
      return isText(fields['files'], 1) ? { kind: 'trusted', files: fields['files'], reason } : 'it names no files';
    default:
      return 'its kind is not known';
  }
}

function readName(kind: NameDecision['kind'], { forms, type }: Record<string, unknown>): NameDecision | string {
  if (!Array.isArray(forms) || forms.length > mostForms || !forms.every(isForm)) {
    return 'its forms are not a list of names';
  }
  const least = kind === 'same-name' ? 2 : 1;
  if (new Set(forms.map(formKey)).size < least) return `it needs ${least} forms or more`;
  if (kind !== 'name-type') return { kind, forms };
  if (typeof type !== 'string' || !types.includes(type)) return 'its type is not person, organization or place';
  return { kind, forms, type: type as Exclude<NameReading, 'none'> };
}

function readCheck({ code, sides }: Record<string, unknown>, reason: string): Ruling | string {
  if (!isText(code, 1) || !/^[a-z]+(-[a-z]+)*$/.test(code)) return 'its code is none of a finding';
  if (!Array.isArray(sides) || sides.length < 1 || sides.length > mostSides || !sides.every(isAnchor)) {
    return 'its sides are not a list of quotes with their context';
  }
  return { kind: 'checked', code, sides: sides.map(bare), reason };
}

function readPair(kind: 'not-same' | 'same' | 'superseded', sides: unknown, reason: string): Ruling | string {
  const wrong = kind === 'superseded' ? 'its old and new' : 'its sides';
  if (!Array.isArray(sides) || sides.length !== 2) return `${wrong} are not two quotes with their context`;
  const [a, b] = sides as unknown[];
  if (!isAnchor(a) || !isAnchor(b)) return `${wrong} are not two quotes with their context`;
  return { kind, sides: [bare(a), bare(b)], reason };
}

/** The line of a decision, the same wherever and whenever it is written. */
export function lineOf(decision: Decision): string {
  return spaced(entryOf(decision));
}

/** The value that `readEntry` reads as this decision. */
export function entryOf(decision: Decision): object {
  const { kind } = decision;
  const why = 'reason' in decision && decision.reason !== '' ? { reason: decision.reason } : {};
  switch (kind) {
    case 'not-a-name':
    case 'same-name':
      return { kind, forms: decision.forms };
    case 'name-type':
      return { kind, forms: decision.forms, type: decision.type };
    case 'checked':
      return { kind, code: decision.code, sides: inOrder(decision.sides), ...why };
    case 'not-same':
    case 'same':
      return { kind, sides: inOrder(decision.sides), ...why };
    case 'superseded':
      return { kind, old: decision.sides[0], new: decision.sides[1], ...why };
    case 'trusted':
      return { kind, files: decision.files, ...why };
  }
}

/** The decision with paths inside a folder, where `prefix` stands before the labels of its documents. */
export function inFolder(decision: Decision, prefix: string): Decision {
  const inside = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  if (decision.kind === 'trusted') return { ...decision, files: inside(decision.files) };
  if (isNaming(decision)) return decision;
  const sides = decision.sides.map((side) => ({ ...side, file: inside(side.file) }));
  return { ...decision, sides } as Ruling;
}

/** What of an older decision holds beside a newer one: all, nothing, or what is left of it. */
export function besides(older: Decision, newer: Decision): Decision | null {
  if (isNaming(older) && isNaming(newer)) {
    if (older.kind === 'same-name' || newer.kind === 'same-name') {
      return lineOf(older) === lineOf(newer) ? null : older;
    }
    const said = new Set(newer.forms.map(formKey));
    const forms = older.forms.filter((form) => !said.has(formKey(form)));
    return forms.length === older.forms.length ? older : forms.length > 0 ? { ...older, forms } : null;
  }
  return isOnSame(older, newer) ? null : older;
}

/** Do two decisions speak of the same thing, so that only one of them can hold? */
export function isOnSame(a: Decision, b: Decision): boolean {
  if (a.kind === 'trusted') return b.kind === 'trusted' && a.files === b.files;
  if (b.kind === 'trusted') return false;
  if (isNaming(a) || isNaming(b)) return lineOf(a) === lineOf(b);
  if (a.kind === 'checked' || b.kind === 'checked') {
    return a.kind === 'checked' && b.kind === 'checked' && a.code === b.code && sameSides(a.sides, b.sides);
  }
  return sameSides(a.sides, b.sides);
}

export function isNaming(decision: Decision): decision is NameDecision {
  return 'forms' in decision;
}

export function isRuling(decision: Decision): decision is Ruling {
  return 'sides' in decision;
}

/** What is to be read otherwise. Of two decisions on one form the later in the list counts. */
export function correctionsOf(decisions: readonly Decision[]): Corrections {
  const out = new Map<string, NameReading>();
  for (const decision of decisions) {
    if (!isNaming(decision) || decision.kind === 'same-name') continue;
    for (const form of decision.forms) out.set(formKey(form), decision.kind === 'name-type' ? decision.type : 'none');
  }
  return out;
}

/** The lists of names of one and the same. */
export function sameNamesOf(decisions: readonly Decision[]): (readonly string[])[] {
  return decisions.flatMap((decision) => (decision.kind === 'same-name' ? [decision.forms] : []));
}

function sameSides(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  const inside = (x: readonly Anchor[], y: readonly Anchor[]): boolean =>
    x.every((side) => y.some((other) => sameAnchor(side, other)));
  return a.length === b.length && inside(a, b) && inside(b, a);
}

function inOrder(sides: readonly Anchor[]): Anchor[] {
  const key = ({ file, before, quote }: Anchor): string => `${file}\n${before}\n${quote}`;
  return [...sides].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** JSON on one line, to be read by people. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`)
    .join(', ')} }`;
}

function bare({ quote, before, after, file }: Anchor): Anchor {
  return { quote, before, after, file };
}

function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null) return false;
  const { quote, before, after, file } = value as Record<string, unknown>;
  return isText(quote, 1, longestQuote) && isText(before, 0) && isText(after, 0) && isText(file, 0);
}

function isText(value: unknown, least: number, most = longestText): value is string {
  return typeof value === 'string' && value.length >= least && value.length <= most && !/[\n\r]/.test(value);
}

function isForm(form: unknown): form is string {
  return isText(form, 1, longestForm) && formKey(form) !== '';
}
