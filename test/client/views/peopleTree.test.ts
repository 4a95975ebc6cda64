import assert from 'node:assert/strict';
import { peopleTree } from '../../../client/src/views/peopleTree';
import { type Person } from '../../../server/src/protocol';

const whole = { more: 0, next: 0 };
const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 3 } });

const orr: Person = {
  name: 'Ann Orr',
  role: 'harbour master',
  mentions: 5,
  quotes: 2,
  documents: [
    {
      uri: 'file:///desk/in/a.txt',
      path: 'in/a.txt',
      mentions: 4,
      first: range(1),
      quotes: [
        { range: range(2), text: '“No ship left.”', direct: true },
        { range: range(5), text: 'the port was closed', direct: false },
      ],
    },
    { uri: 'file:///desk/b.txt', path: 'b.txt', mentions: 1, first: range(7), quotes: [] },
  ],
};

describe('people tree', () => {
  it('says who is quoted in how many documents', () => {
    const [person] = peopleTree([orr], whole);
    assert.equal(person?.label, 'Ann Orr');
    assert.equal(person?.description, 'harbour master · 2 quotations in 1 document');
    assert.equal(person?.spoken, 'Ann Orr, harbour master, 2 quotations in 1 document, named 5 times');
  });

  it('has the documents, and in them the quotations, direct or reported', () => {
    const documents = peopleTree([orr], whole)[0]?.children?.() ?? [];
    assert.deepEqual(
      documents.map(({ label, description }) => `${label}: ${description}`),
      ['a.txt: 2 quotations, named 4 times', 'b.txt: named once'],
    );
    const quotes = documents[0]?.children?.() ?? [];
    assert.deepEqual(
      quotes.map(({ label, description }) => `${label}: ${description}`),
      ['“No ship left.”: line 3', 'the port was closed: line 6, reported'],
    );
  });

  it('leads from a document that only names them to the name', () => {
    const documents = peopleTree([orr], whole)[0]?.children?.() ?? [];
    assert.equal(documents[1]?.children, undefined);
    assert.equal(documents[1]?.place?.range.start.line, 7);
  });

  it('tells two people of one name apart, and says when there are more', () => {
    const other = { ...orr, documents: orr.documents.slice(1) };
    const nodes = peopleTree([orr, other], { more: 1204, next: 500 });
    assert.equal(new Set(nodes.map(({ id }) => id)).size, 3);
    assert.equal(nodes[2]?.spoken, 'Show 500 more, 1,204 not shown');
  });

  it('shows the rest where that is less, and asks for a filter where nothing shows more', () => {
    const last = (more: number, next: number): string | undefined => {
      const node = peopleTree([orr], { more, next })[1];
      return node && `${node.context}: ${node.label}`;
    };
    assert.equal(last(3, 500), 'more: Show 3 more');
    assert.equal(last(7000, 0), 'narrow: … 7,000 more: narrow the filter');
    assert.equal(last(0, 500), undefined);
  });
});
