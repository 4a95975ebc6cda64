import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LinkedClaim, LinkTable } from '../../server/src/facts/linkTable';
import type { Link } from '../../server/src/facts/pairing';

const ids = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
const verdicts = ['agree', 'updated', 'conflict'] as const;
const linkOf = ([a, b]: readonly [number, number]): Link => ({
  a,
  b,
  judgement: { verdict: verdicts[(a + b) % 3]!, reason: 'in words', difference: 'none' },
  score: 1,
  evidence: 2,
  shared: 'fire',
});
const claims = fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 });
const links = fc.tuple(claims, claims).map(([a, b]) => a.slice(0, b.length).map((claim, i) => linkOf([claim, b[i]!])));
const pair = fc.tuple(fc.nat(3), fc.nat(3)).filter(([x, y]) => x !== y);
const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), pair, links }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.nat(3) }),
  fc.record({ kind: fc.constant('ask' as const), id: fc.nat(3) }),
);

interface Put {
  readonly pair: readonly number[];
  readonly links: readonly Link[];
}

describe('the links of a claim', () => {
  it('are those that were put and not taken back, in the order of the other documents, whatever was asked in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const table = new LinkTable();
        let now: Put[] = [];
        for (const each of steps) {
          if (each.kind === 'remove') {
            table.remove(ids[each.id]!);
            now = now.filter(({ pair }) => !pair.includes(each.id));
          } else if (each.kind === 'ask') table.linked({ document: ids[each.id]!, claim: 0 });
          else {
            const [x, y] = each.pair.map((number) => ids[number]!) as [string, string];
            if (table.between(x, y)) continue;
            table.put(x, y, each.links);
            now.push(each);
          }
        }
        for (const document of ids)
          for (let claim = 0; claim <= 4; claim++) {
            const kept = table.linked({ document, claim });
            const others = kept.map(({ ref }) => ref.document);
            assert.deepEqual(others, [...others].sort());
            assert.deepEqual(kept, readAnew(now, document, claim));
          }
        for (const document of ids)
          for (const asked of [['conflict'], ['updated', 'conflict']] as const) {
            const isAsked = ({ link }: LinkedClaim): boolean => asked.some((each) => each === link.judgement.verdict);
            const told = new Set<number>();
            for (const claim of table.linkedClaims(document)) {
              const expected = table.linked({ document, claim }).filter(isAsked);
              assert.deepEqual(table.linkedAs({ document, claim }, asked), expected);
              if (expected.length > 0) told.add(claim);
            }
            assert.deepEqual(new Set(table.claimsLinkedAs(document, asked)), told);
          }
      }),
      { numRuns: 300 },
    );
  });

  /** What a table has that nobody has asked before. */
  function readAnew(puts: readonly Put[], document: string, claim: number): unknown {
    const fresh = new LinkTable();
    for (const { pair, links } of puts) fresh.put(ids[pair[0]!]!, ids[pair[1]!]!, links);
    return fresh.linked({ document, claim });
  }
});
