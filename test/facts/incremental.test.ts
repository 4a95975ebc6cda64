import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { document, LIMITS, seen, SENTENCES, text } from '../fixtures/smallFolders';

const step = fc.record({ file: fc.nat(5), text: fc.option(text, { nil: null, freq: 4 }) });

function counted(index: FactIndex): number {
  const counting = index.countingFacts();
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

describe('the index', function () {
  this.timeout(20_000);

  it('is the same after any edits as when built anew', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.boolean(),
        fc.constantFrom(...LIMITS),
        (steps, askBetween, limits) => {
          const incremental = new FactIndex(limits);
          const now = new Map<number, string>();
          for (const { file, text } of steps) {
            if (text === null) {
              incremental.remove(document(file, '').id);
              now.delete(file);
            } else {
              incremental.replace(document(file, text));
              now.set(file, text);
            }
            if (askBetween) incremental.findings();
          }
          const rebuilt = new FactIndex(limits);
          for (const [file, content] of [...now].reverse()) rebuilt.replace(document(file, content));
          assert.equal(counted(incremental), rebuilt.facts().length);
          assert.deepEqual(seen(incremental), seen(rebuilt));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same after somebody wrote in one document as when built anew', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 4, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(400), fc.constantFrom('x', ' 60 ', ' not', '. ')), { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...LIMITS),
        (texts, letters, limits) => {
          const [first, ...others] = texts;
          const incremental = new FactIndex(limits);
          const rebuilt = new FactIndex(limits);
          for (const index of [incremental, rebuilt])
            others.forEach((content, i) => index.replace(document(i + 1, content)));
          let now = first!;
          for (const [at, typed] of letters) {
            const place = at % (now.length + 1);
            now = now.slice(0, place) + typed + now.slice(place);
            incremental.replace(document(0, now));
            incremental.findings();
          }
          rebuilt.replace(document(0, now));
          assert.deepEqual(seen(incremental), seen(rebuilt));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('knows whose findings about names an edit changes', () => {
    const names = ['Karin Lofgren', 'Karin Lofgrenn', 'Karin Löfgren', 'Lofgren', 'Mr. Lofgren', 'Kari Lofgren'];
    const others = [
      'the Maritime Safety Board',
      'the Maritmie Safety Board',
      'Fix It Ltd.',
      'Fixit Ltd.',
      'Port Ellery',
    ];
    const place = fc.array(fc.constantFrom(...names, ...others), { maxLength: 3 });
    const edit = fc.record({ file: fc.nat(6), named: place });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 4, maxLength: 24 }), (edits) => {
        const incremental = new FactIndex();
        const now = new Map<number, string>();
        for (const { file, named } of edits) {
          const content = named.map((name) => `Then ${name} was asked.`).join('\n');
          incremental.replace(document(file, content));
          now.set(file, content);
          incremental.findings();
        }
        const rebuilt = new FactIndex();
        for (const [file, content] of now) rebuilt.replace(document(file, content));
        assert.deepEqual(incremental.findings(), rebuilt.findings());
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no trace of a removed document', () => {
    const index = new FactIndex();
    index.replace(document(1, SENTENCES[0]!.replace('#', '60')));
    index.replace(document(2, SENTENCES[1]!.replace('#', '61')));
    index.findings();
    index.remove(document(1, '').id);
    index.remove(document(2, '').id);
    assert.deepEqual(seen(index), { facts: [], findings: [], entities: [], statements: [] });
  });
});
