import assert from 'node:assert/strict';
import {
  type FactSheet,
  factSheetMethod,
  factsMethod,
  type FactTable,
  type Passage,
  passagesMethod,
  type People,
  peopleMethod,
} from '../../server/src/protocol';
import { courier, gazette, ledger } from './dam';
import { positionOf, type Session, startSession, stopAll, wordsAt } from './session';

const texts: Record<string, string> = { 'courier.txt': courier, 'gazette.md': gazette, 'ledger.txt': ledger };

describe('the server answers the views', function () {
  let session: Session;
  before(async () => {
    session = await startSession({ files: texts });
    await session.ready();
  });
  after(stopAll);

  const facts = (question: object): Promise<FactTable> => session.connection.sendRequest(factsMethod, question);
  const at = (path: string, words: string): object => ({
    uri: session.uri(path),
    position: positionOf(texts[path]!, words),
  });

  it('with facts as rows, conflicts first, and the documents that state them', async () => {
    const table = await facts({ limit: 100 });
    assert.deepEqual(
      table.documents.map(({ path }) => path),
      ['courier.txt', 'gazette.md', 'ledger.txt'],
    );
    const [first] = table.facts;
    assert.equal(first?.verdict, 'conflict');
    assert.ok(first.message.length > 0);
    const cells = first.statements.map(({ document, text, verdict }) => [
      table.documents[document]!.path,
      text,
      verdict,
    ]);
    assert.deepEqual(cells, [
      ['courier.txt', '$61 million', 'agree'],
      ['gazette.md', '$61 million', 'agree'],
      ['ledger.txt', '$64 million', 'conflict'],
    ]);
    for (const { document, range, text } of first.statements) {
      assert.equal(wordsAt(texts[table.documents[document]!.path]!, range), text);
    }
    assert.equal(table.total, table.facts.length);
    assert.equal(
      Object.values(table.counts).reduce((a, b) => a + b),
      table.total,
    );
  });

  it('with the facts that a question asks for', async () => {
    const all = await facts({ limit: 100 });
    const conflicts = await facts({ limit: 100, verdicts: ['conflict'] });
    assert.equal(conflicts.total, all.counts.conflict);
    assert.ok(conflicts.facts.every(({ verdict }) => verdict === 'conflict'));
    const quotes = await facts({ limit: 100, kinds: ['quote'] });
    assert.ok(quotes.facts.every(({ kind }) => kind === 'quote'));
    const one = await facts({ limit: 1 });
    assert.equal(one.facts.length, 1);
    assert.equal(one.total, all.total);
    const worded = await facts({ limit: 100, words: '64 MILLION' });
    assert.ok(worded.total >= 1 && worded.total < all.total);
    assert.equal((await facts({ limit: 100, words: 'zeppelin' })).total, 0);
    assert.equal((await facts({ limit: 100, uri: session.uri('none.txt') })).total, 0);
  });

  it('with the people, what they say where', async () => {
    const asked = (limit: number): Promise<People> => session.connection.sendRequest(peopleMethod, { limit });
    const { people, total } = await asked(50);
    assert.ok(people.length > 0);
    assert.equal(total, people.length);
    assert.deepEqual(await asked(1), { people: people.slice(0, 1), total });
    for (const person of people) {
      assert.ok(person.quotes > 0, person.name);
      assert.equal(
        person.mentions,
        person.documents.reduce((sum, { mentions }) => sum + mentions, 0),
      );
      for (const { path, quotes } of person.documents) {
        for (const { range, text, direct } of quotes) if (direct) assert.equal(wordsAt(texts[path]!, range), text);
      }
    }
    assert.ok(people[0]!.quotes > 0, 'the most quoted comes first');
  });

  it('with a sheet on a fact, every statement under its verdict', async () => {
    const sheet = await session.connection.sendRequest<FactSheet>(factSheetMethod, at('courier.txt', '$61 million'));
    assert.match(sheet.markdown, /^# \$61 million/);
    assert.match(sheet.markdown, /## Conflicts with it\n\n- \*\*ledger\.txt\*\*, line 5/);
    assert.match(sheet.markdown, /## States the same\n\n- \*\*gazette\.md\*\*, line 3/);
    const nothing = await session.connection.sendRequest(factSheetMethod, at('courier.txt', 'reporters'));
    assert.equal(nothing, null);
  });

  it('with passages to lay side by side', async () => {
    const passages = await session.connection.sendRequest<Passage[]>(passagesMethod, at('courier.txt', '$61 million'));
    assert.deepEqual(
      passages.map(({ path, verdict }) => [path, verdict]),
      [
        ['courier.txt', 'agree'],
        ['ledger.txt', 'conflict'],
        ['gazette.md', 'agree'],
      ],
    );
    assert.ok(passages[1]!.text.includes('$64 million') && passages[1]!.reason !== '');
  });
});
