import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DocumentFacts, factsOf } from '../../server/src/facts/documentFacts';
import { EntityIndex } from '../../server/src/facts/entities';
import { FactIndex } from '../../server/src/facts/index';
import type { SourceDocument } from '../../server/src/facts/model';
import { QuotationIndex } from '../../server/src/facts/quotations';
import { tag } from '../../server/src/tag/tag';
import { processorTime } from '../fixtures/processorTime';

const PIECES = [
  'Ingrid Halvorsen, the harbour master, met Joan Pell in Port Ellery. ',
  'Halvorsen and Mrs. Pell were late. ',
  'Ingrid\nHalvorson left. ',
  'Ingrid Halvorson stayed with the Maritime Safety Board. ',
  '“We had the fire under control within 12 minutes, and every passenger was safe,” Ingrid Halvorsen said. ',
  '“We had the fire under control within 40 minutes … and [every] passenger was safe. Nobody slept,” said Joan Pell. ',
  'Nobody slept. “We had the fire under control within 12 minutes, and every passenger was safe,” Halvorsen said. ',
  'Days before the fire in Skerry the ministers signed the fishing treaty of Varde. ',
  'Weeks before the fire in Skerry the ministers of Varde signed the fishing treaty. ',
  'It was the highest rise of unemployment in Skerry since May 2008. ',
  'May 17, 2024 was a Thursday, the board said. ',
  'The storm killed 12 people in Port Ellery on Monday. ',
  'The storm killed 14 people in Port Ellery on Monday. ',
  '\n\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));
const anything = fc.array(
  fc.oneof(fc.constantFrom(...PIECES, '“', '”', '\ud800', '\udc00', '[', '(', '…'), fc.string({ unit: 'binary' })),
  { maxLength: 20 },
);

function documentOf(content: string, file: number): SourceDocument {
  return { id: `file:///${file}.txt`, label: `${file}.txt`, draft: file === 3, tagged: tag(content) };
}

function throughJson(facts: DocumentFacts): DocumentFacts {
  return JSON.parse(JSON.stringify(facts)) as DocumentFacts;
}

/** A document whose text must not be asked for. */
function sealed({ id, label, draft }: SourceDocument): SourceDocument {
  return {
    id,
    label,
    draft,
    get tagged(): never {
      throw new Error('the text was asked for');
    },
  };
}

describe('the facts of a document', () => {
  it('are made of any text and go through JSON unchanged', () => {
    fc.assert(
      fc.property(anything, (pieces) => {
        const facts = factsOf(tag(pieces.join('')));
        assert.deepEqual(throughJson(facts), facts);
      }),
      { numRuns: 150 },
    );
  });

  it('say all that the index finds, whether they come with a document or not', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const [ours, theirs, given] = [new FactIndex(), new FactIndex(), new FactIndex()];
        texts.map(documentOf).forEach((document) => {
          const facts = throughJson(factsOf(document.tagged));
          ours.replace(document);
          theirs.replace({ ...document, facts });
          given.replace(document, facts);
        });
        for (const index of [theirs, given]) {
          assert.deepEqual(index.findings(), ours.findings());
          assert.deepEqual(index.facts(), ours.facts());
          assert.deepEqual(index.entities(), ours.entities());
        }
      }),
      { numRuns: 25 },
    );
  }).timeout(20_000);

  it('are enough to say who is who and which quotations are one utterance', () => {
    const documents = PIECES.map(documentOf);
    const [people, quotations] = [new EntityIndex(), new QuotationIndex()];
    for (const document of documents) {
      const facts = factsOf(document.tagged);
      people.replace(sealed(document), facts.entities);
      quotations.replace(sealed(document), facts.utterances);
    }
    const names = people.groups().map(({ name }) => name);
    assert.ok(names.includes('Ingrid Halvorsen') && names.includes('Port Ellery'), names.join());
    const halvorsen = people.members(documents[0]!.id, 0);
    assert.ok(halvorsen.length > 3);
    for (const { document, entity } of halvorsen) {
      const { tagged } = documents.find(({ id }) => id === document)!;
      assert.deepEqual(
        people.mentionsOf(document, entity).map(({ start, end }) => [start, end]),
        tagged.entities[entity]!.mentions.map((mention) => [tagged.names[mention]!.start, tagged.names[mention]!.end]),
      );
    }
    assert.equal(people.likelySame(documents[0]!.id, 0).length, 0);
    assert.ok(documents.some(({ id }) => people.findingsOf(id).length > 0));
    assert.ok(quotations.groups().some((group) => group.length > 2));
  });

  it('are small', () => {
    const article = PIECES.join('').repeat(4);
    const { figures, ...others } = factsOf(tag(article));
    const { length } = JSON.stringify(others);
    assert.ok(length < 2 * article.length, `${length} of ${article.length}`);
    const claims = JSON.stringify(figures).length / figures.claims.length;
    assert.ok(claims < 1500, `${claims} a claim`);
  });

  it('take time in proportion to the text', () => {
    const article = PIECES.join('');
    for (const repeated of [article, '“Ann Orr, Ann Orr, said Ann Orr.” ', 'days before the fire since May 2008 ']) {
      const tagged = [10_000, 40_000].map((size) => tag(repeated.repeat(Math.ceil(size / repeated.length))));
      const [once, fourTimes] = tagged.map((each) => processorTime(() => factsOf(each)));
      assert.ok(fourTimes! < 12 * once! + 40, `${repeated.slice(0, 20)}: ${once} ms, ${fourTimes} ms`);
    }
  }).timeout(20_000);
});
