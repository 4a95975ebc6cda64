import assert from 'node:assert/strict';
import type {
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { courier, gazette, ledger } from './dam';
import { positionOf, type Session, startSession, stopAll, wordsAt } from './session';

const texts: Record<string, string> = { 'courier.txt': courier, 'gazette.md': gazette, 'ledger.txt': ledger };

describe('the server answers', function () {
  let session: Session;
  before(async () => {
    session = await startSession({ files: texts });
  });
  after(stopAll);

  const at = (path: string, words: string, nth = 0): object => ({
    textDocument: { uri: session.uri(path) },
    position: positionOf(texts[path]!, words, nth),
  });
  const nameOf = (uri: string): string => uri.slice(session.uri('').length + 1);
  const place = ({ uri, range }: Location): string => `${nameOf(uri)}: ${wordsAt(texts[nameOf(uri)]!, range)}`;

  it('initialize with what it can', () => {
    const { capabilities, serverInfo } = session.result;
    assert.equal(serverInfo?.name, 'crosscheck');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.diagnosticProvider, undefined); // problems are pushed
    for (const what of [
      'hover',
      'definition',
      'references',
      'documentHighlight',
      'documentSymbol',
      'workspaceSymbol',
    ]) {
      assert.equal((capabilities as Record<string, unknown>)[`${what}Provider`], true, what);
    }
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.crosscheck'],
      resolveProvider: true,
    });
    assert.deepEqual(capabilities.executeCommandProvider, { commands: ['crosscheck.decide'] });
  });

  it('hover with the reading of a figure and the document that differs', async () => {
    const hover = await session.connection.sendRequest<Hover>('textDocument/hover', at('courier.txt', '$61 million'));
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^\*\*\$61 million\*\* · money · 61,000,000 US dollars, exact to the million\n/);
    assert.match(
      value,
      /≠ conflicts.*\n- \[ledger\.txt, line 5\]\(file:\/\/\/.*ledger\.txt#L5,21\) \(14 March 2023\): “.*\$64 million/,
    );
    assert.match(value, /= agrees.*\n- \[gazette\.md, line 3\]/);
    assert.ok(value.indexOf('ledger.txt') < value.indexOf('gazette.md'), 'conflicts come first');
    assert.equal(wordsAt(courier, hover.range!), '$61 million');
  });

  it('hover with the full name of a person', async () => {
    const hover = await session.connection.sendRequest<Hover>('textDocument/hover', at('ledger.txt', 'Marsdal', 1));
    assert.match((hover.contents as MarkupContent).value, /^\*\*Marsdal\*\* · person · Elin Marsdal/);
  });

  it('hover with nothing over ordinary words', async () => {
    assert.equal(await session.connection.sendRequest('textDocument/hover', at('courier.txt', 'reporters')), null);
  });

  it('with the problems of the folder, each once', () => {
    const problems = [...session.problems].flatMap(([path, all]) => all.map((problem) => ({ path, ...problem })));
    const money = problems.filter(({ path, range }) => /million/.test(wordsAt(texts[path]!, range)));
    assert.equal(money.length, 1);
    const [problem] = money;
    assert.equal(problem!.source, 'crosscheck');
    assert.equal(problem!.code, 'conflicting-figure');
    assert.equal(typeof problem!.data, 'string');
    const sides = [
      { uri: session.uri(problem!.path), range: problem!.range },
      ...problem!.relatedInformation!.map(({ location }) => location),
    ];
    assert.deepEqual([...new Set(sides.map((side) => place(side).replace(/.*: /, '')))].sort(), [
      '$61 million',
      '$64 million',
    ]);
  });

  it('with the quotation that stands in two wordings', () => {
    const codes = [...session.problems.values()].flat().map(({ code }) => code);
    assert.ok(codes.includes('quote-wording'), `only ${codes.join()}`);
  });

  it('definition with the first statement', async () => {
    const links = await session.connection.sendRequest<LocationLink[]>(
      'textDocument/definition',
      at('gazette.md', '$61 million'),
    );
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange }) => place({ uri: targetUri, range: targetSelectionRange })),
      ['courier.txt: $61 million'],
    );
    assert.equal(wordsAt(gazette, links[0]!.originSelectionRange!), '$61 million');
  });

  it('references with every statement', async () => {
    const question = { ...at('ledger.txt', '$64 million'), context: { includeDeclaration: true } };
    const found = await session.connection.sendRequest<Location[]>('textDocument/references', question);
    assert.deepEqual(found.map(place), [
      'courier.txt: $61 million',
      'gazette.md: $61 million',
      'ledger.txt: $64 million',
    ]);
  });

  it('references with every mention of a person', async () => {
    const question = { ...at('courier.txt', 'Marsdal'), context: { includeDeclaration: true } };
    const found = await session.connection.sendRequest<Location[]>('textDocument/references', question);
    assert.equal(found.length, 7);
    assert.deepEqual([...new Set(found.map(({ uri }) => nameOf(uri)))], Object.keys(texts));
  });

  it('document highlights with the mentions in the document', async () => {
    const found = await session.connection.sendRequest<{ range: Location['range'] }[]>(
      'textDocument/documentHighlight',
      at('ledger.txt', 'Marsdal'),
    );
    assert.deepEqual(
      found.map(({ range }) => wordsAt(ledger, range)),
      ['Elin Marsdal', 'Marsdal', 'Marsdal'],
    );
  });

  it('document symbols with names, quotations and figures', async () => {
    const textDocument = { uri: session.uri('courier.txt') };
    const symbols = await session.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument,
    });
    const names = symbols.flatMap(({ children = [] }) => children.map(({ name }) => name));
    assert.ok(names.includes('Elin Marsdal'));
    assert.ok(names.includes('$61 million'));
    assert.ok(names.some((name) => name.startsWith('“The gates of this dam')));
  });

  it('workspace symbols with people by their full name', async () => {
    const symbols = await session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'marsd' });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => `${name}: ${containerName}`),
      ['Elin Marsdal: person, 7 times in 3 documents'],
    );
  });

  it('semantic tokens, whole and in part', async () => {
    const textDocument = { uri: session.uri('courier.txt') };
    const whole = await session.connection.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument,
    });
    assert.ok(whole.data.length >= 5 * 6);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const part = await session.connection.sendRequest<{ data: number[] }>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    assert.equal(part.data[0], 4);
    assert.ok(part.data.length < whole.data.length);
  });

  it('nothing for a document that it does not know', async () => {
    const question = { textDocument: { uri: session.uri('none.txt') }, position: { line: 0, character: 0 } };
    assert.equal(await session.connection.sendRequest('textDocument/hover', question), null);
    assert.deepEqual(await session.connection.sendRequest('textDocument/documentSymbol', question), []);
    assert.deepEqual(await session.connection.sendRequest('textDocument/semanticTokens/full', question), { data: [] });
  });

  it('positions outside the text with what is nearest, without a word of complaint', async () => {
    const textDocument = { uri: session.uri('courier.txt') };
    for (const position of [
      { line: 1e9, character: 1e9 },
      { line: 0, character: 1e9 },
    ]) {
      await session.connection.sendRequest('textDocument/hover', { textDocument, position });
      await session.connection.sendRequest('textDocument/definition', { textDocument, position });
    }
  });

  it('with progress, registrations and status', () => {
    const methods = session.registrations.map(({ method }) => method).sort();
    assert.deepEqual(
      methods,
      [
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
        'workspace/didChangeWorkspaceFolders',
      ].filter((m) => methods.includes(m)),
    );
    assert.ok(methods.includes('workspace/didChangeWatchedFiles'));
    const last = session.statuses[session.statuses.length - 1]!;
    assert.equal(last.phase, 'ready');
    assert.equal(last.documents, 3);
    assert.equal(last.done, 3);
    assert.deepEqual(last.skipped, []);
    assert.equal(last.findings, [...session.problems.values()].flat().length);
    assert.ok(last.facts >= 2);
  });
});
