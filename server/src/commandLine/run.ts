import { SectionedIndex } from '../facts/sectionedIndex';
import { Decided } from '../workspace/decided';
import type { FileSystem } from '../workspace/fileSystem';
import { documentOf } from '../workspace/heldText';
import { withSeverities } from '../workspace/severities';
import type { Squeeze } from '../workspace/squeeze';
import type { Taggers } from '../workspace/taggers';
import { annotationsOf } from './annotations';
import { type Request, readArguments } from './arguments';
import { decisionRemarks } from './decided';
import { checkReport, isAtLeast, summaryOf } from './findings';
import { help } from './help';
import { findDocuments, type NamedDocuments, type Problem } from './readPaths';
import { sarifLog } from './sarif';
import { tagDocuments } from './tagDocuments';
import { annotationsInWords, findingsInWords, inColour, plainly } from './text';

/** What a command line is given by its door. */
export interface Surroundings {
  readonly fs: FileSystem;
  readonly version: string;
  /** Resolves when more may be written. */
  readonly print: (text: string) => Promise<void>;
  readonly complain: (text: string) => Promise<void>;
  readonly colour: boolean;
  /** Threads that tag, where there are any. */
  readonly taggers?: Taggers;
  /** How texts are held in less room, where there is one. */
  readonly squeeze?: Squeeze;
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

/** Document by document, so that memory holds one at a time, and those that are read ahead. */
async function annotate(request: Request, around: Surroundings): Promise<number> {
  const found = await findDocuments(around.fs, request.paths);
  const { documents, problems } = found;
  const decided = await readDecisions(around.fs, found);
  const paint = around.colour ? inColour : plainly;
  let written = 0;
  problems.push(...decisionRemarks(decided, []));
  if (request.format === 'json') await around.print('{"version":1,"documents":[');
  for await (const { document, tagged } of tagDocuments(around.fs, documents, decided.corrections, around)) {
    if (tagged === null) continue;
    if ('reason' in tagged) {
      problems.push(tagged);
      continue;
    }
    if (request.format === 'json') {
      await around.print(
        `${written > 0 ? ',' : ''}\n${JSON.stringify(annotationsOf(document.path, tagged.held.tagged))}`,
      );
    } else {
      for (const line of annotationsInWords(document.path, tagged.held.tagged, paint)) await around.print(line);
    }
    written++;
  }
  if (request.format === 'json') await around.print('\n]}\n');
  return complainOf(problems, around);
}

async function check(request: Request, around: Surroundings): Promise<number> {
  const found = await findDocuments(around.fs, request.paths);
  const { documents, problems } = found;
  const decided = await readDecisions(around.fs, found);
  const index = new SectionedIndex();
  index.setAliases(decided.aliases);
  index.setRulings(decided.rulings);
  const severities = new Map(documents.map(({ path, settings }) => [path, settings.severity]));
  for await (const { document, tagged } of tagDocuments(around.fs, documents, decided.corrections, around)) {
    if (tagged === null) continue;
    const { path: id, label, draft } = document;
    if ('reason' in tagged) problems.push(tagged);
    else
      index.replace(
        documentOf({ id, label, draft, trusted: decided.trusts(label) }, tagged.held),
        tagged.facts ?? tagged.held.facts(),
      );
  }
  const findings = index
    .findings()
    .flatMap((finding) => withSeverities([finding], { ...severities.get(finding.document), ...request.severity }));
  if (request.format === 'json') {
    await around.print(`${JSON.stringify(checkReport(index, findings), null, 1)}\n`);
  } else if (request.format === 'sarif') {
    await around.print(`${JSON.stringify(sarifLog(index, findings, around.version), null, 1)}\n`);
  } else {
    const paint = around.colour ? inColour : plainly;
    for (const line of findingsInWords(index, findings, paint)) await around.print(line);
    await around.print(`${summaryOf(findings, index.documents().length)}\n`);
  }
  const status = await complainOf([...problems, ...decisionRemarks(decided, index.orphans())], around);
  return status !== 0 ? status : findings.some(({ severity }) => isAtLeast(severity, request.failOn)) ? 1 : 0;
}

/** What the user decided in the folders: the editor's file, so that both say the same. */
async function readDecisions(fs: FileSystem, { folders, aliases }: NamedDocuments): Promise<Decided> {
  const decided = new Decided(fs);
  await decided.read(folders);
  decided.share(aliases);
  return decided;
}

async function complainOf(problems: readonly Problem[], { complain }: Surroundings): Promise<number> {
  for (const { kind, path, reason } of problems) {
    await complain(`crosscheck: ${path}: ${kind === 'note' ? 'left out, ' : ''}${reason}\n`);
  }
  return problems.some(({ kind }) => kind === 'failure') ? 2 : 0;
}
