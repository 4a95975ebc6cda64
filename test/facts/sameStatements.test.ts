import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { FigureIndex } from '../../server/src/facts/figureIndex';
import type { LinkColumns } from '../../server/src/facts/linkColumns';
import { statedFigures } from '../../server/src/facts/statedFigures';
import { document, LIMITS, seen, text } from '../fixtures/smallFolders';

const ferry = 'The fire on the Solveig Bay forced 212 passengers into lifeboats off the Skerry coast.';
const plain =
  'It was not clear who had seen the smoke, or why nobody on the bridge had been told of it before the ship left the pier.';
const quoted = '“Nobody told us that the boats were old and the doors were shut,” Ingrid Halvorsen said.';

describe('a document that states the same after an edit', () => {
  const index = new FigureIndex();
  const write = (file: number, content: string): void => {
    const written = document(file, content);
    index.replace(written, statedFigures(written.tagged));
  };
  const put = (file: number, content: string): void => {
    write(file, content);
    index.settle();
  };
  const links = (): LinkColumns => index.linksBeyond(document(1, '').id)[0]![1];

  beforeEach(() => {
    put(1, `${plain}\n\n${ferry} ${quoted}`);
    put(2, `${ferry} ${plain}`);
  });

  it('keeps its links where a letter is typed in a sentence without figures', () => {
    const before = links();
    put(1, `${plain.replace('smoke', 'smokes')}\n\n${ferry} ${quoted}`);
    assert.equal(links(), before);
    assert.equal(index.linked({ document: document(2, '').id, claim: 0 }).length, 1);
  });

  it('keeps them where words are quoted that no other document quotes', () => {
    const before = links();
    put(1, `${plain}\n\n${ferry} ${quoted.replace('doors', 'gates')}`);
    assert.equal(links(), before);
  });

  it('is linked anew where it comes to quote what another document of the event quotes', () => {
    const [day, people] = ['Updated: May 16, 2024', 'Ingrid Halvorsen was asked.'];
    const say = (words: string): string => `${day}\n\n${ferry} ${plain} “${words},” Ingrid Halvorsen said.`;
    const words = 'Nobody told us that the boats were old and the doors were shut before we left the pier';
    put(2, `${say(words)}\n\n${people}`);
    put(1, `${say(words.replaceAll('the', 'some'))}\n\n${people}`);
    const before = links();
    put(1, `${say(words)}\n\n${people}`);
    assert.notEqual(links(), before);
  });

  it('is linked with a document whose links are made at the same time', () => {
    put(2, `${ferry} ${plain} ${quoted}`);
    write(1, ferry.replace('Skerry coast', 'coast'));
    write(2, `${ferry} ${plain} ${quoted.replace('doors', 'gates')}`);
    index.settle();
    assert.equal(index.linked({ document: document(2, '').id, claim: 0 }).length, 1);
  });

  it('is linked anew where a letter changes what is said of a figure', () => {
    const before = links();
    put(1, `${plain}\n\n${ferry.replace('lifeboats', 'boats')} ${quoted}`);
    assert.notEqual(links(), before);
  });
});

describe('the index of documents that somebody writes in', function () {
  this.timeout(20_000);

  const more = fc.array(fc.constantFrom(plain, quoted, quoted.replace('boats', 'pumps')), { maxLength: 3 });
  const mixed = fc.tuple(text, more, text).map(([above, between, below]) => [above, ...between, below].join('\n\n'));
  const letter = fc.record({
    file: fc.nat(3),
    at: fc.nat(600),
    typed: fc.constantFrom('x', ' ', 'Pell ', '. ', ' 60 ', '\n\n'),
    settled: fc.boolean(),
  });

  it('is the same as when built anew', () => {
    fc.assert(
      fc.property(
        fc.array(mixed, { minLength: 4, maxLength: 4 }),
        fc.array(letter, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...LIMITS),
        (texts, letters, limits) => {
          const now = [...texts];
          const incremental = new FactIndex(limits);
          now.forEach((content, file) => incremental.replace(document(file + 2, content))); // the last is a draft
          incremental.findings();
          for (const { file, at, typed, settled } of letters) {
            const before = now[file]!;
            const place = at % (before.length + 1);
            now[file] = before.slice(0, place) + typed + before.slice(place);
            incremental.replace(document(file + 2, now[file]));
            if (settled) incremental.findings();
          }
          const rebuilt = new FactIndex(limits);
          now.forEach((content, file) => rebuilt.replace(document(file + 2, content)));
          assert.deepEqual(seen(incremental), seen(rebuilt));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});
