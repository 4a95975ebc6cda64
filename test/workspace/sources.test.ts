import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { sourcesOf } from '../../server/src/workspace/sources';
import { collectGarbage } from '../fixtures/collectGarbage';

function put(index: FactIndex, id: string, text: string): void {
  index.replace({ id, label: id, draft: false, tagged: tag(text) });
}

describe('sources', () => {
  const pair = {
    'a.txt': 'Parliament approved $61 million in emergency aid for the town of Torvik on Monday.\n',
    'b.txt': 'On Monday Parliament approved $64 million in emergency aid for the town of Torvik.\n',
  };
  const filled = (): FactIndex => {
    const index = new FactIndex();
    for (const [id, text] of Object.entries(pair)) put(index, id, text);
    return index;
  };

  it('have the findings that were looked for, the same as the index has at once', async () => {
    const index = filled();
    const sources = sourcesOf(index);
    assert.deepEqual(sources.findings(), []);
    let pauses = 0;
    assert.equal(await sources.lookForFindings(async () => void pauses++), true);
    assert.deepEqual(sources.findings(), index.findings());
    assert.equal(sources.findings().length, 1);
    assert.equal(pauses, 2); // one a document
  });

  it('count the facts with pauses, unless something changes meanwhile', async () => {
    const index = filled();
    const sources = sourcesOf(index);
    let pauses = 0;
    assert.equal(await sources.countFacts(async () => void pauses++), sources.facts().length);
    assert.ok(sources.facts().length > 0 && pauses > 1);
    assert.equal(await sources.countFacts(async () => sources.changed()), null);
  });

  it('keep what was found before when something changes meanwhile', async () => {
    const index = filled();
    const sources = sourcesOf(index);
    await sources.lookForFindings(async () => undefined);
    const before = sources.findings();
    put(index, 'b.txt', `${pair['b.txt']}More.`);
    sources.changed();
    assert.equal(await sources.lookForFindings(async () => sources.changed()), false);
    assert.equal(sources.findings(), before);
    assert.equal(await sources.lookForFindings(async () => undefined), true);
    assert.notEqual(sources.findings(), before);
  });

  it('look only at what an edit touches', async () => {
    const index = filled();
    for (let i = 0; i < 20; i++) put(index, `other${i}.txt`, `The mayor of town number ${i} spoke of the weather.\n`);
    const sources = sourcesOf(index);
    await sources.lookForFindings(async () => undefined);
    put(index, 'b.txt', pair['b.txt'].replace('64', '61'));
    sources.changed();
    let pauses = 0;
    await sources.lookForFindings(async () => void pauses++);
    assert.deepEqual(sources.findings(), []);
    assert.ok(pauses <= 2, `${pauses} documents were looked at`);
  });

  it('look again only after a change', async () => {
    const sources = sourcesOf(filled());
    await sources.lookForFindings(async () => undefined);
    const never = (): Promise<void> => Promise.reject(new Error('looked again'));
    assert.equal(await sources.lookForFindings(never), true);
  });

  it('know which documents what was found touches, and whose reads otherwise', async () => {
    const index = filled();
    put(index, 'c.txt', 'The mayor spoke of the weather.\n');
    const sources = sourcesOf(index);
    await sources.lookForFindings(async () => undefined);
    const [finding] = sources.findings();
    for (const id of ['a.txt', 'b.txt']) assert.deepEqual(sources.findingsTouching(id), [finding]);
    assert.deepEqual(sources.findingsTouching('c.txt'), []);
    assert.deepEqual([...sources.takeRenewed()], [finding!.document]);
    put(index, 'c.txt', 'The mayor spoke of the rain.\n');
    sources.changed();
    await sources.lookForFindings(async () => undefined);
    assert.deepEqual([...sources.takeRenewed()], []);
    index.remove('b.txt');
    sources.changed();
    await sources.lookForFindings(async () => undefined);
    assert.deepEqual([...sources.takeRenewed()], [finding!.document]);
    assert.deepEqual(sources.findingsTouching('a.txt'), []);
  });

  it('show findings otherwise when they are told to', async () => {
    let off = false;
    const sources = sourcesOf(filled(), (_, findings) => (off ? [] : findings));
    await sources.lookForFindings(async () => undefined);
    assert.equal(sources.takeRenewed().size, 1);
    off = true;
    sources.shownOtherwise();
    assert.equal(await sources.lookForFindings(async () => undefined), true);
    assert.deepEqual(sources.findings(), []);
    assert.equal(sources.takeRenewed().size, 1);
  });

  it('list the facts once, until something changes', () => {
    const index = filled();
    const sources = sourcesOf(index);
    assert.equal(sources.facts(), sources.facts());
    const before = sources.facts();
    index.remove('b.txt');
    sources.changed();
    assert.notEqual(sources.facts(), before);
  });

  it('have the lines of the text as it is now', () => {
    const index = filled();
    const sources = sourcesOf(index);
    assert.equal(sources.lines('a.txt')?.starts.length, 2);
    assert.equal(sources.lines('a.txt'), sources.lines('a.txt'));
    put(index, 'a.txt', 'one\ntwo\nthree');
    assert.equal(sources.lines('a.txt')?.starts.length, 3);
    assert.equal(sources.lines('none.txt'), null);
  });

  it('hold on to no version of a text but the last', async () => {
    const index = new FactIndex();
    const sources = sourcesOf(index);
    const versions: WeakRef<object>[] = [];
    for (let i = 0; i < 10; i++) {
      put(index, 'a.txt', `${pair['a.txt']}${i}`);
      sources.changed();
      sources.lines('a.txt');
      versions.push(new WeakRef(index.document('a.txt')!));
    }
    await collectGarbage();
    assert.ok(versions.filter((version) => version.deref()).length <= 2);
  }).timeout(20_000); // the garbage of all tests is collected
});
