import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EntityIndex } from '../../server/src/facts/entities';
import { aliasesOf } from '../../server/src/facts/aliases';
import { tag } from '../../server/src/tag/tag';

const PIECES = [
  'Ingrid Halvorsen, the harbour master, met Joan Pell in Port Ellery. ',
  'Halvorsen and Mrs. Pell were late; Ingrid Halvorsen apologized. ',
  'INGRID HALVORSEN SPOKE IN PORT ELLERY\n\n',
  'Tomas Halvorsen stayed with the Maritime Safety Board. ',
  'The Maritime Safety Board met. Pell left. ',
  'Port Ellery has a harbour; Ellery said so to Dr. I. Halvorsen. ',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));

describe('the mentions of a name', () => {
  it('are those of all who are one with it, document by document', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), text), { maxLength: 9 }),
        fc.boolean(),
        fc.nat(5),
        (edits, aliased, gone) => {
          const index = new EntityIndex();
          if (aliased) index.setAliases(aliasesOf([['Joan Pell', 'Ingrid Halvorsen']]));
          const counts = new Map<string, number>();
          const check = (): void => {
            // Ranked in another order than by id.
            const ids = [...counts.keys()].sort().reverse();
            const ranks = new Map(ids.map((id, rank) => [id, rank]));
            for (const [id, count] of counts) {
              for (let entity = 0; entity < count; entity++) {
                const group = index.groupOf(id, entity)!;
                const expected = ids.flatMap((document) =>
                  group.members
                    .filter((member) => member.document === document)
                    .flatMap((member) => index.mentionsOf(document, member.entity))
                    .sort((a, b) => a.start - b.start)
                    .map((span) => ({ document, ...span, judgement: null })),
                );
                assert.deepEqual(index.naming(id, entity, ranks), { name: group.name, statements: expected });
              }
              assert.equal(index.naming(id, count, ranks), null);
            }
          };
          for (const [file, content] of edits) {
            const tagged = tag(content);
            index.replace({ id: `${file}.txt`, label: `${file}.txt`, draft: false, tagged });
            counts.set(`${file}.txt`, tagged.entities.length);
            check();
          }
          index.remove(`${gone}.txt`);
          counts.delete(`${gone}.txt`);
          check();
        },
      ),
      { numRuns: 60 },
    );
  });
});
