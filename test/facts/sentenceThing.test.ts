import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { sentenceThing } from '../../server/src/facts/sentenceThing';
import { tag } from '../../server/src/tag/tag';
import { scan } from '../../server/src/text/scan';

describe('the thing that a sentence is about', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The bridge in Varde cost 4 million euros.', 'bridg'],
    ['Its new tunnel was opened in 1931.', 'tunnel'],
    ['The old stone bridge was built in 1931.', 'bridg'],
    ['The toll in Varde rose to 20.', ''],
    ['The death toll rose in Varde to 20.', ''],
    ['Varde has 4,411 people.', ''],
    ['When the bridge was built, it cost 4 million.', ''],
    ['The Varde bridge was built in 1931.', ''],
    ['The', ''],
    ['', ''],
  ];
  for (const [text, thing] of cases) {
    it(`${text} ${thing}`, () => {
      const { tokens } = scan(text);
      assert.equal(sentenceThing(tokens, 0, tokens.count), thing);
    });
  }
  it('keeps apart when two things of one place were opened', () => {
    const index = new FactIndex();
    const add = (id: string, text: string): void =>
      index.replace({ id, label: id, draft: false, tagged: tag(`Port Ellery is a town on the coast.\n\n${text}\n`) });
    add('a.txt', 'The library was opened in 1940. It stands on the quay.');
    add('b.txt', 'The school was opened in 1922. It stands on the hill.');
    assert.deepEqual(index.findings(), []);
  });
  it('keeps two things apart that are told of in the same words', () => {
    const index = new FactIndex();
    const add = (id: string, text: string): void =>
      index.replace({
        id,
        label: id,
        draft: false,
        tagged: tag(`Ingrid Halvorsen of Port Ellery spoke.\n\n${text}\n`),
      });
    add('a.txt', 'The bridge in Port Ellery was built by Ingrid Halvorsen for €4.2 million.');
    add('b.txt', 'The school in Port Ellery was built by Ingrid Halvorsen for €5.1 million.');
    assert.deepEqual(index.findings(), []);
    add('b.txt', 'The bridge in Port Ellery was built by Ingrid Halvorsen for €5.1 million.');
    assert.equal(index.findings().length, 1);
  });
});
