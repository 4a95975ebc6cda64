// vscode-markdown-languageservice on the same folder, in a process of its own: its first workspace symbols and references, references after edits, memory.
// Prints one line of JSON.
import MarkdownIt from 'markdown-it';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createLanguageService, githubSlugifier } from 'vscode-markdown-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Emitter } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { memoryOf } from './memory.mjs';

const [folder, editedPath, edits] = process.argv.slice(2);
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
const started = performance.now();
const documents = new Map();
await readFolder(folder);
const changed = new Emitter();
const parser = MarkdownIt();
const service = createLanguageService({
  workspace: {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: changed.event,
    onDidCreateMarkdownDocument: new Emitter().event,
    onDidDeleteMarkdownDocument: new Emitter().event,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri) => documents.get(uri.toString()),
    stat: async (uri) => {
      const found = await stat(uri.fsPath).catch(() => undefined);
      return found && { isDirectory: found.isDirectory() };
    },
    readDirectory: async (uri) =>
      (await readdir(uri.fsPath, { withFileTypes: true })).map((e) => [e.name, { isDirectory: e.isDirectory() }]),
  },
  parser: { slugifier: githubSlugifier, tokenize: async (document) => parser.parse(document.getText(), {}) },
  logger: { level: 0, log: () => undefined },
});

const uri = URI.file(join(folder, editedPath)).toString();
await service.getWorkspaceSymbols('', token);
const symbolsAt = performance.now() - started;
const references = () =>
  service.getReferences(documents.get(uri), { line: 0, character: 3 }, { includeDeclaration: true }, token);
const found = await references();
const cold = performance.now() - started;
const coldCpu = (await memoryOf(process.pid))?.cpu;
const times = [];
for (let i = 0; i < Number(edits); i++) {
  const before = documents.get(uri);
  const at = before.positionAt(Math.floor(before.getText().length / 2));
  const document = TextDocument.update(before, [{ range: { start: at, end: at }, text: 'x' }], before.version + 1);
  documents.set(uri, document);
  const start = performance.now();
  changed.fire(document);
  await references();
  times.push(performance.now() - start);
}
console.log(
  JSON.stringify({
    symbols: symbolsAt,
    cold,
    coldCpu,
    times,
    found: found.length,
    memory: await memoryOf(process.pid),
  }),
);

async function readFolder(path) {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await readFolder(inside);
    else if (entry.name.endsWith('.md')) {
      const id = URI.file(inside).toString();
      documents.set(id, TextDocument.create(id, 'markdown', 1, await readFile(inside, 'utf8')));
    }
  }
}
