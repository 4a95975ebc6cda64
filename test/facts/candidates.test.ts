import assert from 'node:assert/strict';
import { keysOf } from '../../server/src/facts/blockingKeys';
import { Candidates } from '../../server/src/facts/candidates';
import { columnsOf } from '../../server/src/facts/claimColumns';
import { claimsOf } from '../../server/src/facts/claims';
import { tag } from '../../server/src/tag/tag';

const claims = claimsOf(tag('The fire destroyed 60 homes in Varde. The bridge cost €4 million.'));
const columns = columnsOf(claims);
const anything = (): boolean => true;

describe('the candidates of a document', () => {
  const asking = { claims, people: [], columns };

  function pairs(candidates: Candidates, mayLink: (claim: number) => boolean = anything): unknown {
    return [...candidates.of('mine', asking, mayLink)];
  }

  function written(candidates: Candidates, keys: readonly (readonly number[])[]): void {
    candidates.replace('mine', () => asking, keys, []);
    candidates.crossed();
  }

  it('are those that share two keys with it, and whom it met is not asked again while it is written in', () => {
    const candidates = new Candidates(3);
    candidates.add('other', [[1, 2, 3]], []);
    candidates.add('mine', [[1, 2], [4]], []);
    assert.deepEqual(pairs(candidates), [['other', [[0, 0]]]]);
    const asked: number[] = [];
    const note = (claim: number): boolean => asked.push(claim) > 0;
    written(candidates, [
      [1, 2],
      [2, 3],
    ]);
    assert.deepEqual(pairs(candidates, note), [
      [
        'other',
        [
          [0, 0],
          [1, 0],
        ],
      ],
    ]);
    assert.deepEqual(asked, [1]);
  });

  it('are looked for anew where a key of a claim that stays as it is came to say nothing, and where it says something again', () => {
    const candidates = new Candidates(2);
    candidates.add('other', [[1, 2]], []);
    candidates.add('mine', [[1, 2], [4]], []);
    assert.deepEqual(pairs(candidates), [['other', [[0, 0]]]]);
    // Three claims have the first key now.
    written(candidates, [
      [1, 2],
      [1, 4],
    ]);
    assert.deepEqual(pairs(candidates), []);
    written(candidates, [[1, 2], [4]]);
    assert.deepEqual(pairs(candidates), [['other', [[0, 0]]]]);
  });

  it('are looked for anew where another document came, went or was written in', () => {
    const candidates = new Candidates(3);
    const keys = claims.map(keysOf);
    const first = { claims: claims.slice(0, 1), people: [] };
    candidates.add('mine', keys, []);
    assert.deepEqual(pairs(candidates), []);
    candidates.add('other', keys.slice(0, 1), []);
    assert.deepEqual(pairs(candidates), [['other', [[0, 0]]]]);
    candidates.replace('other', () => first, keys.slice(1), []);
    assert.deepEqual(pairs(candidates), [['other', [[1, 0]]]]);
    candidates.remove('other', () => ({ claims: claims.slice(1), people: [] }));
    assert.deepEqual(pairs(candidates), []);
  });

  it('are looked for anew where it is in doubt with whom there may be a link', () => {
    const candidates = new Candidates(2);
    candidates.add('other', [[1, 2]], []);
    candidates.add('mine', [[1, 2], [4]], []);
    assert.deepEqual(
      pairs(candidates, () => false),
      [['other', []]],
    );
    written(candidates, [
      [1, 2],
      [4, 5],
    ]);
    assert.deepEqual(pairs(candidates), [['other', []]]);
    candidates.doubt();
    assert.deepEqual(pairs(candidates), [['other', [[0, 0]]]]);
  });
});
