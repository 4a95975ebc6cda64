import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { findingCodes } from '../facts/model';
import type { Span } from '../text/span';
import { asFound, type Severities, severityChoices } from './severities';
import { knownLanguages, type Settings } from './settings';

/** The file in a workspace folder that editor, command line and CI share. */
export const configName = 'crosscheck.json';

/** Something in the file that makes no sense, where it stands and why: offsets into its text. */
export interface ConfigProblem extends Span {
  readonly message: string;
}

export interface FolderConfig {
  /** What the file says; it goes before what the editor's settings say. A severity may be “as found”. */
  readonly settings: Partial<Settings>;
  /** Names of one and the same, each list beginning with the one that stands for all. */
  readonly aliases: readonly (readonly string[])[];
  readonly problems: readonly ConfigProblem[];
}

export const noConfig: FolderConfig = { settings: {}, aliases: [], problems: [] };

type Check = (value: Node, report: (at: Node, message: string) => void) => unknown;

/** What the file may hold, and how each is read: the value to keep, or undefined after a report. */
const known: Record<string, Check> = {
  include: globs,
  exclude: globs,
  drafts: globs,
  respectGitignore: (value, report) => {
    if (value.type === 'boolean') return value.value as boolean;
    report(value, '"respectGitignore" is true or false.');
    return undefined;
  },
  severity: severities,
  languages,
  aliases: nameLists,
};

/**
 * Reads the text of a `crosscheck.json`; comments and trailing commas are allowed. What makes no sense is left out and told with its
 * place; the rest counts. An empty file says nothing.
 */
export function readFolderConfig(text: string): FolderConfig {
  if (text.trim() === '') return noConfig;
  const problems: ConfigProblem[] = [];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  for (const { error, offset, length } of errors.slice(0, 20)) {
    const start = Math.min(offset, text.length);
    problems.push({ start, end: Math.min(offset + length, text.length), message: inWords(printParseErrorCode(error)) });
  }
  if (root?.type !== 'object') {
    if (root) problems.push({ ...spanOf(root), message: `${configName} holds an object: { … }.` });
    return { ...noConfig, problems };
  }
  const report = (at: Node, message: string): void => void problems.push({ ...spanOf(at), message });
  const read = new Map<string, unknown>();
  for (const [key, value] of entriesOf(root)) {
    const name = String(key.value);
    if (name === '$schema') continue;
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!check) report(key, `Crosscheck knows no "${name}"; there are ${Object.keys(known).join(', ')}.`);
    else if (read.has(name)) report(key, `"${name}" stands here twice; the first counts.`);
    else read.set(name, check(value, report));
  }
  const { aliases = [], ...settings } = Object.fromEntries(
    [...read].filter(([, value]) => value !== undefined),
  ) as Partial<Settings> & { aliases?: string[][] };
  return { settings, aliases, problems: problems.sort((a, b) => a.start - b.start) };
}

/** The settings of a folder: what its file says, then what the editor says. */
export function settingsWith(editor: Settings, { settings }: FolderConfig): Settings {
  const levels: [string, string][] = Object.entries({ ...editor.severity, ...settings.severity });
  const severity = levels.filter(([, level]) => level !== asFound);
  return { ...editor, ...settings, severity: Object.fromEntries(severity) as Severities };
}

function globs(value: Node, report: (at: Node, message: string) => void): string[] | undefined {
  if (value.type !== 'array') {
    report(value, 'This is a list of globs: ["**/*.txt"].');
    return undefined;
  }
  return soundOf(value, (item) => {
    if (item.type === 'string' && String(item.value).trim() !== '') return [String(item.value)];
    report(item, 'A glob is text, such as "**/*.txt".');
    return [];
  });
}

function severities(value: Node, report: (at: Node, message: string) => void): Record<string, string> | undefined {
  if (value.type !== 'object') {
    report(value, 'This is an object with a level for each code: { "quote-wording": "off" }.');
    return undefined;
  }
  const levels: Record<string, string> = {};
  for (const [key, level] of entriesOf(value)) {
    const code = findingCodes.find((each) => each === key.value);
    const choice = severityChoices.find((each) => each === level.value);
    if (!code) report(key, `There is no code "${String(key.value)}"; there are ${findingCodes.join(', ')}.`);
    else if (!choice) report(level, `A level is one of ${severityChoices.join(', ')}.`);
    else levels[code] = choice;
  }
  return levels;
}

function languages(value: Node, report: (at: Node, message: string) => void): string[] | undefined {
  if (value.type !== 'array') {
    report(value, 'This is a list of languages: ["en"].');
    return undefined;
  }
  return soundOf(value, (item) => {
    const language = knownLanguages.find((each) => each === item.value);
    if (language !== undefined) return [language];
    report(item, `A language is one of ${knownLanguages.join(', ')}; * is any.`);
    return [];
  });
}

function nameLists(value: Node, report: (at: Node, message: string) => void): string[][] | undefined {
  if (value.type !== 'array') {
    report(value, 'This is a list of lists of names: [["Ann Orr", "A. Orr-Lund"]].');
    return undefined;
  }
  return (value.children ?? []).flatMap((list) => {
    const names = (list.children ?? []).map((name) => name.value as unknown);
    const sound = list.type === 'array' && names.every((name) => typeof name === 'string' && name.trim() !== '');
    if (sound && new Set(names).size >= 2) return [names.map((name) => String(name).trim())];
    report(list, 'Two or more names of one and the same: ["Ann Orr", "A. Orr-Lund"].');
    return [];
  });
}

/** The items of a list that make sense. Where none of several does, the list says nothing: one slip must not leave out every text. */
function soundOf({ children = [] }: Node, read: (item: Node) => string[]): string[] | undefined {
  const sound = children.flatMap(read);
  return sound.length === 0 && children.length > 0 ? undefined : sound;
}

function entriesOf(object: Node): (readonly [key: Node, value: Node])[] {
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[key, value] as const] : [],
  );
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** What is wrong with the JSON, in words for somebody who does not write JSON every day. */
const slips: Readonly<Record<string, string>> = {
  CommaExpected: 'A comma is missing before this.',
  ColonExpected: 'A colon is missing before this.',
  CloseBraceExpected: 'A } is missing here.',
  CloseBracketExpected: 'A ] is missing here.',
  PropertyNameExpected: 'A name in double quotes belongs here, such as "exclude".',
  ValueExpected: 'A value is missing here.',
  EndOfFileExpected: 'Nothing may stand after the last }.',
  UnexpectedEndOfString: 'The closing quote mark is missing.',
  UnexpectedEndOfComment: 'The end of the comment, */, is missing.',
  InvalidSymbol: 'This is no value: text stands in double quotes.',
  InvalidEscapeCharacter: 'A backslash is written twice; between folders stands /.',
};

function inWords(code: string): string {
  return slips[code] ?? 'This is not written as JSON.';
}
