import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentSymbol, Hover, MarkupContent } from 'vscode-languageserver';
import { courier, ledger } from './dam';
import { positionOf, type Session, startSession, stopAll } from './session';

async function hoverOver(session: Session, path: string, text: string, words: string): Promise<string> {
  const question = { textDocument: { uri: session.uri(path) }, position: positionOf(text, words) };
  const hover = await session.connection.sendRequest<Hover | null>('textDocument/hover', question);
  return hover ? (hover.contents as MarkupContent).value : '';
}

async function symbolsOf(session: Session, path: string): Promise<DocumentSymbol[]> {
  return session.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: session.uri(path) } });
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('bad input', () => {
  afterEach(stopAll);

  it('an empty file is a document without mentions', async () => {
    const session = await startSession({
      files: { 'empty.txt': '', 'empty.md': '', 'bom.txt': '\ufeff', 'courier.txt': courier },
    });
    const { documents, done, skipped } = session.statuses.at(-1)!;
    assert.deepEqual({ documents, done, skipped }, { documents: 4, done: 4, skipped: [] });
    assert.deepEqual(await symbolsOf(session, 'empty.txt'), []);
    assert.equal(await hoverOver(session, 'empty.md', 'x', 'x'), '');
  });

  it('binaries are skipped and named', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const files = {
      'courier.txt': courier,
      'picture.txt': png,
      'nul.md': 'Twelve\0dead',
      'utf16.txt': Buffer.from(courier, 'utf16le'),
    };
    const session = await startSession({ files });
    const { skipped, documents, done, phase } = session.statuses.at(-1)!;
    assert.deepEqual({ documents, done, phase }, { documents: 4, done: 4, phase: 'ready' });
    assert.deepEqual(
      skipped.map(({ uri }) => uri),
      ['nul.md', 'picture.txt', 'utf16.txt'].map(session.uri),
    );
    for (const { reason } of skipped) assert.match(reason, /^binary/);
    assert.deepEqual(await symbolsOf(session, 'picture.txt'), []);
  });

  const encodings: [string, Buffer][] = [
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${ledger}`)],
    ['UTF-16, little end first', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(ledger, 'utf16le')])],
    ['UTF-16, big end first', Buffer.concat([Buffer.of(0xfe, 0xff), swapped(ledger)])],
    ['invalid bytes', Buffer.concat([Buffer.from(ledger), Buffer.of(0x0a, 0xe9, 0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80)])],
    ['CRLF', Buffer.from(ledger.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(ledger.replaceAll('\n', '\r'))],
  ];
  for (const [what, bytes] of encodings) {
    it(`${what} is read, and its places are those that an editor counts`, async () => {
      const session = await startSession({ files: { 'courier.txt': courier, 'ledger.txt': bytes } });
      assert.match(
        await hoverOver(session, 'courier.txt', courier, '$61 million'),
        /≠ conflicts.*\n- \[ledger\.txt, line 5\]\(.*#L5,21\)/,
      );
      assert.match(
        await hoverOver(session, 'ledger.txt', ledger, '$64 million'),
        /≠ conflicts.*\n- \[courier\.txt, line 5\]/,
      );
    });
  }

  it('lone surrogates in a buffer are survived', async () => {
    const session = await startSession({ files: { 'courier.txt': courier } });
    const text = `\ud800 ${ledger} \udc00\ud83d`;
    // A client may send what JSON can escape.
    await session.open('ledger.txt', text);
    assert.match(await hoverOver(session, 'ledger.txt', text, '$64 million'), /courier\.txt, line 5/);
    assert.ok((await symbolsOf(session, 'ledger.txt')).length > 0);
  });

  it('a text of 5 MB is read', async function () {
    this.timeout(120_000);
    const large = ledger.repeat(Math.ceil((5 * 1024 * 1024) / ledger.length));
    const session = await startSession({ files: { 'courier.txt': courier, 'large.txt': large } });
    assert.deepEqual(session.statuses.at(-1)?.skipped, []);
    assert.match(await hoverOver(session, 'large.txt', large, '$64 million'), /64,000,000 US dollars/);
    const question = { textDocument: { uri: session.uri('large.txt') } };
    const { data } = await session.connection.sendRequest<{ data: number[] }>(
      'textDocument/semanticTokens/full',
      question,
    );
    assert.ok(data.length > 100_000);
  });

  it('one line of 1 MB is read', async function () {
    this.timeout(120_000);
    const line = ledger.replaceAll('\n', ' ');
    const long = line.repeat(Math.ceil((1024 * 1024) / line.length));
    const session = await startSession({ files: { 'long.txt': long } });
    assert.match(await hoverOver(session, 'long.txt', long, '$64 million'), /64,000,000 US dollars/);
    for (const { message } of [...session.problems.values()].flat()) assert.ok(String(message).length < 2000);
  });

  const hostile: [string, string][] = [
    ['quotation marks', '“'],
    ['straight quotation marks', '"'],
    ['digits', '7'],
    ['digits and commas', '7,'],
    ['capitals', 'A'],
    ['capitalised words', 'Aa '],
    ['sums', '$5 '],
    ['brackets', '['],
    ['line ends', '\n'],
    ['asterisks', '*'],
  ];
  for (const [what, piece] of hostile) {
    it(`a megabyte of ${what} is read`, async function () {
      this.timeout(60_000);
      const text = piece.repeat((1024 * 1024) / piece.length);
      const session = await startSession({
        files: { 'courier.txt': courier, 'hostile.txt': text, 'hostile.md': text },
      });
      assert.equal(session.statuses.at(-1)?.documents, 3);
      assert.match(await hoverOver(session, 'courier.txt', courier, '$61 million'), /61,000,000/);
    });
  }

  it('a file larger than any source is skipped and named', async () => {
    const session = await startSession({
      files: { 'huge.txt': Buffer.alloc(21 * 1024 * 1024, 'a '), 'courier.txt': courier },
    });
    assert.deepEqual(session.statuses.at(-1)?.skipped, [
      { uri: session.uri('huge.txt'), reason: 'too large (21 MB; the limit is 20 MB)' },
    ]);
  });

  it('symbolic links in a circle end', async function () {
    if (process.platform === 'win32') this.skip(); // links need a right there that few have
    const session = await startSession({ files: { 'a/courier.txt': courier, 'b/ledger.txt': ledger }, wait: false });
    symlinkSync(session.folder, join(session.folder, 'a/up'));
    symlinkSync(join(session.folder, 'b'), join(session.folder, 'a/b'));
    symlinkSync(join(session.folder, 'a'), join(session.folder, 'b/a'));
    symlinkSync('itself.txt', join(session.folder, 'itself.txt'));
    await session.connection.sendNotification('initialized', {});
    const { documents, skipped } = await session.ready();
    assert.equal(documents, 2);
    assert.deepEqual(skipped, [{ uri: session.uri('itself.txt'), reason: 'a symbolic link that leads to itself' }]);
  });

  it('names of files that need care are no hindrance', async () => {
    const files = { 'a b/ä (1) [x] #2%41.txt': courier, 'ledger.txt': ledger, "it's & <b>.md": '' };
    const session = await startSession({ files });
    const value = await hoverOver(session, 'ledger.txt', ledger, '$64 million');
    const target = /\]\((file:[^)]*)\)/.exec(value)?.[1] ?? '';
    assert.equal(
      decodeURIComponent(target.replace(/#.*/, '')),
      decodeURIComponent(session.uri('a b/ä (1) [x] #2%41.txt')),
    );
    const link = session.uri('a b/ä (1) [x] #2%41.txt');
    const loose = link.replaceAll('%28', '(').replaceAll('%29', ')'); // as another client may write it
    const question = { textDocument: { uri: loose }, position: positionOf(courier, '$61 million') };
    assert.ok(await session.connection.sendRequest('textDocument/hover', question));
  });

  it('junk in notifications is survived', async () => {
    const session = await startSession({ files: { 'courier.txt': courier } });
    const uri = session.uri('courier.txt');
    const changes = [
      { uri: 'nonsense', type: 1 },
      { uri: '', type: 9 },
      { uri: 'http://[', type: 2 },
    ];
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const contentChanges = [{ text: 'not open' }];
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 9 },
      contentChanges,
    });
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:never' } });
    session.settings = { files: 'junk', drafts: [[]] };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: 5 });
    await session.ready();
    assert.match(await hoverOver(session, 'courier.txt', courier, '$61 million'), /61,000,000/);
  });
});
