import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import type { SourceDocument } from '../../server/src/facts/model';

/** Sentences that meet and miss each other in every way that a link depends on; `#` is a figure. */
const SENTENCES = [
  'Parliament approved a # million dollar loan for the Varde bridge in April.',
  'The Varde bridge loan of # million dollars was approved by parliament.',
  'The fire on the Solveig Bay forced # passengers into lifeboats off the Skerry coast.',
  'All # passengers of the Solveig Bay were brought ashore after the fire, Tomas Brandt said.',
  'The storm killed # people in Port Ellery on Monday, police said.',
  'The storm left # dead and 40 injured in Port Ellery on Monday.',
  'Ingrid Halvorsen (21 May 1860 – 9 July 1931) built the harbour. Port Ellery had a population of #.',
  'Ingrid Halvorsen was born on # May 1860 in Skerry, and the harbour was built by her.',
  'Unemployment in Skerry rose to # percent, Joan Pell told reporters.',
  'Ingrid Halvorsen, #, has led the harbour board since 2019.',
  '“We had the fire under control within # minutes, and every passenger was safe,” Ingrid Halvorsen said.',
  '“We had the fire under control within # minutes and each passenger was safe,” said Erik Sand.',
  'Ingrid Halvorson and Joan Pell met # people at the Maritime Safety Board in Aldermouth, Halvorson said.',
  'Ingrid Halvorsen of the Maritmie Safety Board met # people. Halvorson was late.',
  'The Maritime Safety Board of Aldermouth counted # ships, said its chairman, Tomas Brandt.',
  'The Maritime Safety Board of Aldermoutth counted # ships, said Tomas Brantd.',
];
const VALUES = ['12', '21', '60', '61', '212', '221', '1,200'];

const sentence = fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...VALUES)).map(([s, v]) => s.replace('#', v));
/** Counts grow from story to story: whether they did is a matter of the stories' dates. */
const head = fc.constantFrom('', 'Updated: May 16, 2024', 'Updated: May 18, 2024');
const text = fc.tuple(head, fc.array(sentence, { maxLength: 4 })).map(([day, list]) => [day, ...list].join('\n\n'));
const step = fc.record({ file: fc.nat(5), text: fc.option(text, { nil: null, freq: 4 }) });

function document(file: number, content: string): SourceDocument {
  return {
    id: `file:///${file}.txt`,
    label: file === 5 ? 'drafts/5.txt' : `${file}.txt`,
    draft: file === 5,
    tagged: tag(content),
  };
}

/** All that a reader can see of an index. */
function seen(index: FactIndex): unknown {
  const documents = index.documents();
  return {
    facts: index.facts(),
    findings: index.findings(),
    entities: index.entities(),
    statements: documents.map((d) => d.tagged.figures.map((f) => index.factAt(d.id, f.start))),
  };
}

/** The limits of a real folder, which six documents never reach, and such as they reach at once. */
const LIMITS = [undefined, { keyCap: 3, smallestFolder: 2 }];

describe('the index', function () {
  this.timeout(20_000);

  it('is the same after any edits as when built anew', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.boolean(),
        fc.constantFrom(...LIMITS),
        (steps, askBetween, limits) => {
          const incremental = new FactIndex(limits);
          const now = new Map<number, string>();
          for (const { file, text } of steps) {
            if (text === null) {
              incremental.remove(document(file, '').id);
              now.delete(file);
            } else {
              incremental.replace(document(file, text));
              now.set(file, text);
            }
            if (askBetween) incremental.findings();
          }
          const rebuilt = new FactIndex(limits);
          for (const [file, content] of [...now].reverse()) rebuilt.replace(document(file, content));
          assert.deepEqual(seen(incremental), seen(rebuilt));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('knows whose findings about names an edit changes', () => {
    const names = ['Karin Lofgren', 'Karin Lofgrenn', 'Karin Löfgren', 'Lofgren', 'Mr. Lofgren', 'Kari Lofgren'];
    const others = [
      'the Maritime Safety Board',
      'the Maritmie Safety Board',
      'Fix It Ltd.',
      'Fixit Ltd.',
      'Port Ellery',
    ];
    const place = fc.array(fc.constantFrom(...names, ...others), { maxLength: 3 });
    const edit = fc.record({ file: fc.nat(6), named: place });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 4, maxLength: 24 }), (edits) => {
        const incremental = new FactIndex();
        const now = new Map<number, string>();
        for (const { file, named } of edits) {
          const content = named.map((name) => `Then ${name} was asked.`).join('\n');
          incremental.replace(document(file, content));
          now.set(file, content);
          incremental.findings();
        }
        const rebuilt = new FactIndex();
        for (const [file, content] of now) rebuilt.replace(document(file, content));
        assert.deepEqual(incremental.findings(), rebuilt.findings());
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no trace of a removed document', () => {
    const index = new FactIndex();
    index.replace(document(1, SENTENCES[0]!.replace('#', '60')));
    index.replace(document(2, SENTENCES[1]!.replace('#', '61')));
    index.findings();
    index.remove(document(1, '').id);
    index.remove(document(2, '').id);
    assert.deepEqual(seen(index), { facts: [], findings: [], entities: [], statements: [] });
  });
});
