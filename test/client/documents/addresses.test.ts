import assert from 'node:assert/strict';
import { addressOf, partsOf, safeName } from '../../../client/src/documents/addresses';

describe('addresses of virtual documents', () => {
  it('say all that the document is made of', () => {
    const address = {
      kind: 'passages' as const,
      name: 'a b.txt',
      uri: 'file:///desk/a%20b.txt',
      position: { line: 3, character: 0 },
    };
    assert.deepEqual(addressOf(partsOf(address)), address);
  });

  it('are nothing where they are none of ours', () => {
    const query = '["file:///a",1,2]';
    assert.ok(addressOf({ path: '/sheets/x.md', query }));
    for (const path of ['/other/x.md', '/sheets/', '/sheets/a/b', 'x'])
      assert.equal(addressOf({ path, query }), undefined);
    for (const wrong of ['', '{', 'null', '{}', '[]', '["file:///a",-1,0]', '["file:///a",1.5,0]', '[1,1,1]']) {
      assert.equal(addressOf({ path: '/sheets/x.md', query: wrong }), undefined, wrong);
    }
  });

  it('have names that every file system takes', () => {
    assert.equal(safeName('“$61 million”: who/what?'), '“$61 million” who what');
    assert.equal(safeName('../..'), 'untitled');
    assert.equal(safeName(' . '), 'untitled');
    assert.ok(safeName('x'.repeat(500)).length <= 80);
  });
});
