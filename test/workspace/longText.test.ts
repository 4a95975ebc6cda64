import assert from 'node:assert/strict';
import { SECTION_SIZES } from '../../server/src/text/sections';
import { type Opened, opened } from '../fixtures/openedWorkspace';

const path = '/ws/book.txt';
const words = 'mill,road,gate,barn,dock,kiln,loft,wharf,well,hedge,ditch,orchard,stable'.split(',');
const word = (i: number): string => words[i % words.length]!;
const paragraphs = Array.from(
  { length: 2400 },
  (_, i) =>
    `Past the ${word(i)} and the ${word(i >> 2)} nobody had seen the ${word(i >> 5)}, and the way there was wet and long that year.`,
);
paragraphs[900] = 'Parliament approved a 60 million dollar loan for the Varde bridge in April.';
const book = paragraphs.join('\n\n');
const news = { '/ws/a.txt': 'The Varde bridge loan of 65 million dollars was approved by parliament in April.' };

function seen({ workspace: { index } }: Opened): unknown {
  return [index.findings(), index.facts(), index.entities()];
}

describe('a long text in a workspace', function () {
  this.timeout(20_000);

  it('comes to the same after each keystroke as a workspace that reads it anew', async () => {
    assert.ok(book.length > SECTION_SIZES.long);
    const made = await opened({ ...news, [path]: book });
    const { workspace } = made;
    workspace.open(path, 'plaintext', 1, book);
    await workspace.settled();
    assert.equal(workspace.index.findings().length, 1);
    let text = book;
    for (const [at, put] of [
      [book.indexOf('barn'), 'old '],
      [book.indexOf('60 million'), '1'],
    ] as const) {
      const before = workspace.index.document(path)!.tagged.sections!;
      text = text.slice(0, at) + put + text.slice(at);
      workspace.edit(path, 2, [{ text }]);
      await workspace.settled();
      const kept = new Set(before.map(({ tagged }) => tagged));
      const fresh = workspace.index.document(path)!.tagged.sections!.filter(({ tagged }) => !kept.has(tagged));
      assert.equal(fresh.length, 1);
      assert.deepEqual(seen(made), seen(await opened({ ...news, [path]: text })));
    }
    workspace.close(path);
    await workspace.settled();
    assert.deepEqual(seen(made), seen(await opened({ ...news, [path]: book })));
    assert.deepEqual(made.faults, []);
  });

  it('is a short one once most of it is gone, and long again when it comes back', async () => {
    const made = await opened({ ...news, [path]: book });
    const { workspace } = made;
    workspace.open(path, 'plaintext', 1, book);
    for (const text of [paragraphs.slice(890, 910).join('\n\n'), book]) {
      workspace.edit(path, 2, [{ text }]);
      await workspace.settled();
      assert.equal(workspace.index.documents().length, 2);
      assert.deepEqual(seen(made), seen(await opened({ ...news, [path]: text })));
    }
  });
});
