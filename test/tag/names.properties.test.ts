import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { scan } from '../../server/src/text/scan';
import { tagNames } from '../../server/src/tag/names';
import { processorTime } from '../fixtures/processorTime';

const PIECES = [
  'Anna',
  'Putin',
  'Mr.',
  'President',
  'of',
  'and',
  'the',
  'Ministry',
  'Bank',
  'U.S.',
  'V.',
  '-',
  'al-',
  'bin',
  ',',
  '.',
  '“',
  '”',
  '(',
  ')',
  "'s",
  '’s',
  'May',
  'in',
  'said',
  'WHO',
  '\n',
  '\n\n',
  '3',
  '&',
  '\ud800',
  '\u0000',
  'é',
  'Xi',
  'Jinping',
  'City',
];
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(' '));
const glued = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(''));
const anything = fc.oneof(
  prose,
  glued,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }).map((c) => String.fromCharCode(...c)),
);

describe('names: properties', () => {
  it('mentions are disjoint, ascending, inside the text, and known to their entity', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { names, entities } = tagNames(scan(text));
        let end = 0;
        names.forEach((name, i) => {
          assert.ok(name.titleStart <= name.start && name.start < name.end && name.end <= text.length);
          assert.ok(name.start >= end, 'overlap');
          end = name.end;
          const entity = entities[name.entity]!;
          assert.ok(entity.mentions.includes(i));
          assert.equal(entity.type, name.type);
          const form = text.slice(name.start, name.end).replace(/\s+/g, ' ');
          assert.ok(entity.name === form || entity.aliases.includes(form), form);
        });
        for (const entity of entities) {
          assert.ok(entity.mentions.length > 0 && entity.name !== '');
          assert.deepEqual(
            [...entity.mentions].sort((a, b) => a - b),
            entity.mentions,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anything, (text) => assert.deepEqual(tagNames(scan(text)), tagNames(scan(text)))),
      { numRuns: 50 },
    );
  });

  it('takes time in proportion to the text on hostile input', function () {
    this.timeout(20_000);
    // Four times the text may take ten times as long before this fails: a quadratic stage takes sixteen.
    for (const piece of [
      'Aa ',
      'Ministry of Health and ',
      'Al-',
      'Paris, ',
      'V. ',
      'Mr. ',
      'Xyz (ABC) ',
      "King's ",
      'Putin said. ',
      'United ',
      'John Smith ',
      'Ann “Bob” ',
      'AA: Ann\n',
      "Teachers' Union ",
      'Ministry of Health, ',
      'He told The ',
    ]) {
      const time = (n: number): number => {
        const scanned = scan(piece.repeat(n / piece.length));
        return processorTime(() => tagNames(scanned), 3);
      };
      time(20_000);
      const small = time(5_000);
      const large = time(20_000);
      assert.ok(large < 10 * small + 15, `${piece}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    }
  });
});
