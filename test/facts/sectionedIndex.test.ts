import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorOf } from '../../server/src/facts/anchors';
import { factsOf } from '../../server/src/facts/documentFacts';
import { FactIndex, type FolderFacts } from '../../server/src/facts/index';
import type { KnownLinks } from '../../server/src/facts/knownLinks';
import type { SourceDocument, Statement } from '../../server/src/facts/model';
import { SectionedIndex } from '../../server/src/facts/sectionedIndex';
import { noCorrections } from '../../server/src/tag/corrections';
import type { TaggedText } from '../../server/src/tag/model';
import { tag, tagAgain } from '../../server/src/tag/tag';
import type { SectionSizes } from '../../server/src/text/sections';

const sizes: SectionSizes = { long: 900, least: 200, wanted: 500, most: 1200 };

function document(id: string, text: string, before: TaggedText | null = null): SourceDocument {
  const label = id.slice('file:///'.length);
  return {
    id,
    label,
    draft: label.startsWith('drafts/'),
    tagged: tagAgain(text, 'plain', noCorrections, before, sizes),
  };
}

const book = 'file:///book.txt';
const filler = Array.from(
  { length: 40 },
  (_, i) => `On the way to yard ${i % 9} nobody had seen the gate of the ${['old', 'new', 'long'][i % 3]} mill ${i}.`,
);
const loan = (millions: number): string =>
  `Parliament approved a ${millions} million dollar loan for the Varde bridge in April.`;
const again = (millions: number): string =>
  `The Varde bridge loan of ${millions} million dollars was approved by parliament in April.`;

/** The facts stand far apart. */
function bookOf(...facts: string[]): string {
  const parts = facts.flatMap((fact, i) => [fact, ...filler.slice(i * 10, i * 10 + 10)]);
  return ['A chronicle of the town of Skerry.', ...filler.slice(30), ...parts].join('\n\n');
}

function indexOf(...documents: SourceDocument[]): SectionedIndex {
  const index = new SectionedIndex();
  for (const each of documents) index.replace(each);
  return index;
}

function wordsAt(index: FolderFacts, { document: id, start, end }: Statement): string {
  return index.document(id)!.tagged.scanned.text.slice(start, end);
}

function counted(index: FolderFacts): number {
  const counting = index.countingFacts();
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

/** All that a reader can see of an index. */
function seen(index: FolderFacts): unknown {
  return {
    documents: index.documents().map(({ id, label }) => [id, label]),
    facts: index.facts(),
    count: counted(index),
    findings: index.findings(),
    entities: index.entities(),
    at: index
      .documents()
      .map(({ id, tagged: { figures, names, quotes, entities } }) => [
        index.storyDay(id),
        [...figures, ...names, ...quotes].map(({ start }) => index.factAt(id, start)),
        figures.map(({ start, end }) => [
          index.figureStatedAt({ document: id, start, end }),
          index.sentenceStatedAt({ document: id, start, end }),
          index.figureStatements({ document: id, start, end }),
        ]),
        names.map(({ start }) => index.nameAtOffset(id, start)),
        entities.map((_, e) => index.identityOf(id, e)),
      ]),
  };
}

describe('long documents in the index', function () {
  this.timeout(20_000);

  it('are told of as one, at their own offsets', () => {
    const index = indexOf(document(book, bookOf('A word.', loan(60))), document('file:///a.txt', again(65)));
    const [finding, ...others] = index.findings();
    assert.equal(others.length, 0);
    assert.equal(finding!.code, 'conflicting-figure');
    assert.deepEqual(
      [finding!, ...finding!.related].map((each) => [each.document, wordsAt(index, each)]),
      [
        [book, '60 million dollar'],
        ['file:///a.txt', '65 million dollars'],
      ],
    );
    const { start } = finding!;
    const fact = index.factAt(book, start + 1)!;
    assert.equal(fact.span.start, start);
    assert.equal(index.document(book)!.tagged.figures[fact.mention]!.start, start);
    assert.deepEqual(
      fact.statements.map((each) => wordsAt(index, each)),
      ['65 million dollars', '60 million dollar'],
    );
    assert.deepEqual(index.factStatedAt({ document: book, ...fact.span }, 'figure'), fact);
    assert.deepEqual(index.figureStatements({ document: book, ...fact.span }), fact.statements);
    const { figure, sentence } = index.figureStatedAt({ document: book, ...fact.span })!;
    assert.equal(figure.start, start);
    assert.deepEqual(index.sentenceStatedAt({ document: book, ...fact.span }), sentence);
    assert.equal(wordsAt(index, { document: book, ...sentence }), loan(60));
    assert.equal(counted(index), index.facts().length);
    assert.equal(index.documents().length, 2);
    index.remove(book);
    assert.deepEqual([index.findings(), index.facts(), index.documents().length], [[], [], 1]);
  });

  it('are not held against themselves', () => {
    const index = indexOf(document(book, bookOf(loan(60), 'A word.', again(65))), document('file:///a.txt', 'A word.'));
    assert.ok(index.document(book)!.tagged.sections!.length > 3);
    assert.deepEqual(index.findings(), []);
    assert.deepEqual(index.facts(), []);
    assert.equal(counted(index), 0);
  });

  it('are one witness, however often they repeat a figure', () => {
    const sources = ['b', 'c'].map((name) => document(`file:///${name}.txt`, again(65)));
    sources[1] = document(
      'file:///c.txt',
      'In April a loan of 65 million dollars for the Varde bridge was approved by parliament.',
    );
    const index = indexOf(document(book, bookOf(loan(60), loan(60), loan(60))), ...sources);
    assert.ok(index.findings().length > 0);
    assert.ok(index.findings().every(({ document: id }) => id === book));
    assert.ok(index.findings().every(({ message }) => !message.includes('book.txt')));
    assert.equal(new Set(index.findings().map(({ id }) => id)).size, index.findings().length);
  });

  it('tell whose findings show a place that moved', () => {
    const first = document(book, bookOf(loan(60), 'A word.', loan(60)));
    const index = indexOf(first, document('file:///c.txt', again(65)), document('file:///d.txt', 'A word.'));
    index.findings();
    index.takeChanged();
    const text = first.tagged.scanned.text.replace('Skerry', 'Port Skerry');
    index.replace(document(book, text, first.tagged));
    const changed = index.takeChanged();
    assert.ok(changed.has(book) && !changed.has('file:///d.txt'));
    for (const each of index.findings().flatMap((finding) => [finding, ...finding.related]))
      assert.match(wordsAt(index, each), /^6\d million/);
  });

  it('are where decisions find their words', () => {
    const index = indexOf(document(book, bookOf('A word.', loan(60))), document('file:///a.txt', again(65)));
    const [finding] = index.findings();
    const sides = [finding!, ...finding!.related].map((side) => {
      const { tagged, label } = index.document(side.document)!;
      return anchorOf(tagged.scanned, side, label)!;
    });
    index.setRulings([{ kind: 'checked', code: finding!.code, sides, reason: 'asked' }]);
    assert.deepEqual(index.findings(), []);
    assert.deepEqual(
      index.checkedIn(book).map((checked) => checked.finding),
      [finding],
    );
    assert.deepEqual(
      index.rulings()[0]!.places.map((place) => wordsAt(index, place)),
      ['60 million dollar', '65 million dollars'],
    );
    index.setRulings([
      { kind: 'checked', code: finding!.code, sides: [{ ...sides[0]!, quote: 'no such words' }], reason: '' },
    ]);
    assert.deepEqual([index.orphans().length, index.findings().length], [1, 1]);
  });

  it('take what they had in common with others from an earlier start', () => {
    const documents = [document(book, bookOf(loan(60), 'A word.')), document('file:///z.txt', again(65))];
    const first = indexOf(...documents);
    while (!first.settleSome(8));
    const known = new Map(documents.map(({ id }) => [id, first.knownLinks(id)]));
    const kept = JSON.parse(JSON.stringify([...known])) as [string, KnownLinks][];
    assert.ok(known.get(book)!.sections!.some(([, { figures }]) => figures.length > 0));
    for (const restored of [kept, kept.filter(([id]) => id === book), []]) {
      const second = indexOf(...documents);
      second.restore(new Map(restored), first.statistics());
      assert.equal(second.linked, restored === kept);
      assert.deepEqual(seen(second), seen(first));
    }
  });

  it('say the same when they came as facts alone', () => {
    const whole = document(book, bookOf(loan(60), '“We saw no gate at all that day,” Ada Brook said.', loan(60)));
    const facts = JSON.parse(JSON.stringify(factsOf(whole.tagged))) as ReturnType<typeof factsOf>;
    const given = indexOf(document('file:///a.txt', again(65)));
    given.replace(whole, facts);
    assert.deepEqual(seen(given), seen(indexOf(document('file:///a.txt', again(65)), whole)));
  });

  const sentence = fc.constantFrom(
    loan(60),
    again(65),
    again(60),
    'Ada Brook counted 40 ships in Port Ellery, and Brook was late.',
    'Ada Broock counted 41 ships in Port Ellery.',
    '“We had the fire under control within 12 minutes, and every passenger was safe,” Ada Brook said.',
    '“We had the fire under control within 21 minutes and each passenger was safe,” said Erik Sand.',
    'The storm killed 12 people in Port Ellery on Monday, police said.',
  );
  const text = fc.array(sentence, { maxLength: 3 }).map((list) => list.join('\n\n'));
  const long = fc.array(sentence, { minLength: 2, maxLength: 3 }).map((list) => bookOf(...list));
  const step = fc.record({
    file: fc.constantFrom(book, 'file:///a.txt', 'file:///z.txt', 'file:///drafts/d.txt'),
    text: fc.oneof(text, long, fc.constant(null)),
  });

  it('are the same after any edits as when built anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.boolean(), (steps, askBetween) => {
        const incremental = new SectionedIndex();
        const now = new Map<string, SourceDocument>();
        for (const { file, text: next } of steps) {
          if (next === null) incremental.remove(file);
          else {
            const whole = document(file, next, now.get(file)?.tagged ?? null);
            incremental.replace(whole);
            now.set(file, whole);
          }
          if (next === null) now.delete(file);
          if (askBetween) incremental.findings();
        }
        const rebuilt = new SectionedIndex();
        for (const [file, { tagged }] of [...now].reverse()) rebuilt.replace(document(file, tagged.scanned.text));
        assert.deepEqual(seen(incremental), seen(rebuilt));
      }),
      { numRuns: 30 },
    );
  });

  it('leave short ones as they were', () => {
    const documents = [again(65), loan(60), 'Ada Brook said on Monday that 12 people died.'].map(
      (content, i): SourceDocument => ({
        id: `file:///${i}.txt`,
        label: `${i}.txt`,
        draft: i === 1,
        tagged: tag(content),
      }),
    );
    const plain = new FactIndex();
    for (const each of documents) plain.replace(each);
    assert.deepEqual(seen(indexOf(...documents)), seen(plain));
  });
});
