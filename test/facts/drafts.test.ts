import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { parseFixture } from '../fixtures/markers';

function indexOf(fixture: string): FactIndex {
  const index = new FactIndex();
  for (const { name, text } of parseFixture(fixture)) {
    index.replace({ id: name, label: name, draft: name.startsWith('draft'), tagged: tag(text) });
  }
  return index;
}

describe('a draft', () => {
  const sources = `
//- /a.txt
Kestrel Lines set up a relief fund of 4.5 million euros for the passengers.
“We had the fire under control within forty minutes,” Ingrid Halvorsen said.
`;
  const codes = (draft: string): string[] =>
    indexOf(`${sources}//- /draft.txt\n${draft}\n`)
      .findings()
      .map((f) => `${f.document} ${f.code} ${f.severity}`);

  it('is told what no source supports', () => {
    assert.deepEqual(codes('The company spent 9.2 million euros on new pumps last year.'), [
      'draft.txt unsupported-figure hint',
    ]);
    assert.deepEqual(codes('“I would gladly sail with her again tomorrow,” said Ann Lisle.'), [
      'draft.txt unsupported-quote hint',
    ]);
  });

  it('is not bothered about what a source has, or about small counts', () => {
    assert.deepEqual(codes('The fund holds 4.5 million euros.'), []);
    assert.deepEqual(codes('Three friends walked along the quay for five minutes.'), []);
  });

  const fire = (passengers: string): string =>
    `The fire on the ferry Solveig Bay forced ${passengers} passengers into lifeboats off Skerry.`;
  const found = (fixture: string): string[] =>
    indexOf(fixture)
      .findings()
      .map((f) => `${f.document} ${f.code} ${f.severity}: ${f.message}`);

  it('is warned of a figure that the sources have otherwise', () => {
    assert.deepEqual(found(`//- /a.txt\n${fire('212')}\n//- /draft.txt\n${fire('230')}\n`), [
      'draft.txt conflicting-figure warning: 230 passengers here; 212 passengers in a.txt.',
    ]);
  });

  it('is told where the sources are split, and so are they', () => {
    const fixture = `
//- /a.txt
${fire('212')}
//- /b.txt
${fire('230')}
//- /draft.txt
${fire('230')} All are well.
`;
    assert.deepEqual(found(fixture), [
      'b.txt conflicting-figure warning: 230 passengers here; 212 passengers in a.txt.',
      'draft.txt conflicting-figure information: 230 passengers here, as in b.txt; 212 passengers in a.txt.',
    ]);
  });

  it('is left alone where it goes with the most of the sources', () => {
    const fixture = `
//- /a.txt
${fire('212')}
//- /b.txt
${fire('230')}
//- /c.txt
Off Skerry, the fire on the ferry Solveig Bay forced 230 passengers into lifeboats.
//- /draft.txt
${fire('230')} All are well.
`;
    assert.deepEqual(found(fixture), [
      'a.txt conflicting-figure warning: 212 passengers here; 230 passengers in b.txt and c.txt.',
    ]);
  });

  it('is told of each draft for itself', () => {
    const fixture = `
//- /a.txt
${fire('212')}
//- /draft1.txt
${fire('230')}
//- /draft2.txt
${fire('250')}
`;
    assert.deepEqual(found(fixture), [
      'draft1.txt conflicting-figure warning: 230 passengers here; 212 passengers in a.txt.',
      'draft2.txt conflicting-figure warning: 250 passengers here; 212 passengers in a.txt.',
    ]);
  });

  const hedged: [sources: string, theirs: string][] = [
    [fire('about 200'), 'about 200 passengers'],
    [fire('more than 200'), 'more than 200 passengers'],
    [fire('nearly 200'), 'nearly 200 passengers'],
  ];
  for (const [source, theirs] of hedged) {
    it(`is told that the hedge of “${theirs}” is lost`, () => {
      assert.deepEqual(found(`//- /a.txt\n${source}\n//- /draft.txt\n${fire('200')}\n`), [
        `draft.txt unsupported-figure information: 200 passengers here; ${theirs} in a.txt: the hedge is lost.`,
      ]);
    });
  }

  it('may be flat where one source is, and may hedge what the sources state flatly', () => {
    const flat = `//- /a.txt\n${fire('about 200')}\n//- /b.txt\nThe Solveig Bay has room for 200 passengers.\n`;
    assert.deepEqual(found(`${flat}//- /draft.txt\n${fire('200')}\n`), []);
    assert.deepEqual(found(`//- /a.txt\n${fire('212')}\n//- /draft.txt\n${fire('about 210')}\n`), []);
  });

  it('is told of an altered quotation, with the words that differ', () => {
    const [line = '', ...more] = found(
      `${sources}//- /draft.txt\n“We had the fire under control within fourteen minutes,” Ingrid Halvorsen said.\n`,
    );
    assert.deepEqual(more, []);
    assert.match(
      line,
      /^draft\.txt quote-wording warning: Altered quotation: .*\*fourteen\*.* here, .*\*forty\*.* in a\.txt\.$/,
    );
  });

  it('is left alone where there is no source', () => {
    assert.deepEqual(indexOf('//- /draft.txt\nThe company spent 9.2 million euros on new pumps.\n').findings(), []);
  });
});
