import { FactIndex } from '../facts/index';
import { tag } from '../tag/tag';
import { Decided } from '../workspace/decided';
import type { FileSystem } from '../workspace/fileSystem';
import { annotationsOf } from './annotations';
import { type Request, readArguments } from './arguments';
import { checkReport, isAtLeast, summaryOf } from './findings';
import { help } from './help';
import { findDocuments, type Problem, readDocument } from './readPaths';
import { annotationsInWords, findingsInWords, inColour, plainly } from './text';

/** What a command line is given by its door. */
export interface Surroundings {
  readonly fs: FileSystem;
  readonly version: string;
  /** Resolves when more may be written. */
  readonly print: (text: string) => Promise<void>;
  readonly complain: (text: string) => Promise<void>;
  readonly colour: boolean;
}

/** Runs `crosscheck ARGS`; resolves to the exit status. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const read = readArguments(args);
  if ('show' in read) {
    await around.print(read.show === 'help' ? help : `${around.version}\n`);
    return 0;
  }
  if ('wrong' in read) {
    await around.complain(`crosscheck: ${read.wrong}\nTry crosscheck --help\n`);
    return 2;
  }
  return read.request.verb === 'annotate' ? annotate(read.request, around) : check(read.request, around);
}

/** Document by document, so that memory holds one at a time. */
async function annotate(request: Request, around: Surroundings): Promise<number> {
  const { documents, problems, folders } = await findDocuments(around.fs, request.paths);
  const decided = await readDecisions(around.fs, folders, problems);
  const paint = around.colour ? inColour : plainly;
  let written = 0;
  if (request.format === 'json') await around.print('{"version":1,"documents":[');
  for (const document of documents) {
    const text = await readDocument(around.fs, document);
    if (text === null) continue;
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const tagged = tag(text, document.format, decided.corrections);
    if (request.format === 'json') {
      await around.print(`${written > 0 ? ',' : ''}\n${JSON.stringify(annotationsOf(document.path, tagged))}`);
    } else {
      for (const line of annotationsInWords(document.path, tagged, paint)) await around.print(line);
    }
    written++;
  }
  if (request.format === 'json') await around.print('\n]}\n');
  return complainOf(problems, around);
}

async function check(request: Request, around: Surroundings): Promise<number> {
  const { documents, problems, folders } = await findDocuments(around.fs, request.paths);
  const decided = await readDecisions(around.fs, folders, problems);
  const index = new FactIndex();
  index.setAliases(decided.aliases);
  for (const document of documents) {
    const text = await readDocument(around.fs, document);
    if (text === null) continue;
    if (typeof text !== 'string') problems.push(text);
    else
      index.replace({
        id: document.path,
        label: document.label,
        draft: document.draft,
        tagged: tag(text, document.format, decided.corrections),
      });
  }
  const findings = index.findings();
  if (request.format === 'json') {
    await around.print(`${JSON.stringify(checkReport(index), null, 1)}\n`);
  } else {
    const paint = around.colour ? inColour : plainly;
    for (const line of findingsInWords(index, findings, paint)) await around.print(line);
    await around.print(`${summaryOf(findings, index.documents().length)}\n`);
  }
  const status = await complainOf(problems, around);
  return status !== 0 ? status : findings.some(({ severity }) => isAtLeast(severity, request.failOn)) ? 1 : 0;
}

/** What the user decided in the folders: the editor's file, so that both say the same. */
async function readDecisions(fs: FileSystem, folders: readonly string[], problems: Problem[]): Promise<Decided> {
  const decided = new Decided(fs);
  await decided.read(folders);
  for (const { location, reason } of decided.skipped) problems.push({ kind: 'remark', path: location, reason });
  return decided;
}

async function complainOf(problems: readonly Problem[], { complain }: Surroundings): Promise<number> {
  for (const { kind, path, reason } of problems) {
    await complain(`crosscheck: ${path}: ${kind === 'note' ? 'left out, ' : ''}${reason}\n`);
  }
  return problems.some(({ kind }) => kind === 'failure') ? 2 : 0;
}
