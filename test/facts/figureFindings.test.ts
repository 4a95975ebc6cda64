import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import type { Finding } from '../../server/src/facts/model';
import { tag } from '../../server/src/tag/tag';
import { parseFixture } from '../fixtures/markers';

function indexOf(fixture: string): FactIndex {
  const index = new FactIndex();
  for (const { name, text } of parseFixture(fixture)) {
    index.replace({ id: name, label: name, draft: name.startsWith('draft'), tagged: tag(text) });
  }
  return index;
}

function figures(fixture: string): Finding[] {
  return indexOf(fixture)
    .findings()
    .filter((f) => f.code === 'conflicting-figure' || f.code === 'conflicting-date');
}

/** The findings as `document: here ≠ there [severity]`, to be compared as text. */
function brief(fixture: string): string[] {
  const index = indexOf(fixture);
  const text = (d: string, s: number, e: number): string => index.document(d)!.tagged.scanned.text.slice(s, e);
  return figures(fixture).map((f) => {
    const there = f.related.map((r) => `${r.document} ${text(r.document, r.start, r.end)}`).join(', ');
    return `${f.document} ${text(f.document, f.start, f.end)} ≠ ${there} [${f.severity} ${f.verdict}]`;
  });
}

describe('findings between figures', () => {
  it('reports a pair once, at the side that stands more alone', () => {
    assert.deepEqual(
      brief(`
//- /a.txt
Parliament approved a loan of 40 million euros for the Varde bridge on Monday.
//- /b.txt
A loan of 46 million euros for the Varde bridge was approved by parliament on Monday.
//- /c.txt
Parliament on Monday approved the loan of 46 million euros for the Varde bridge.
`),
      ['a.txt 40 million ≠ b.txt 46 million, c.txt 46 million [warning conflict]'].map((s) =>
        s.replaceAll('million', 'million euros'),
      ),
    );
  });

  it('reports a draft before the source that it differs from', () => {
    assert.deepEqual(
      brief(`
//- /z.txt
The fire on the ferry Solveig Bay forced 212 passengers into lifeboats off Skerry.
//- /draft.txt
The fire on the ferry Solveig Bay forced 221 passengers into lifeboats off Skerry.
`),
      ['draft.txt 221 ≠ z.txt 212 [warning conflict]'],
    );
  });

  it('mentions, at information, a round number that another source has exactly', () => {
    assert.deepEqual(
      brief(`
//- /a.txt
Congress approved an arms package of $61 billion for Ukraine in April.
//- /b.txt
In April, Congress approved a $60 billion arms package for Ukraine.
`),
      ['b.txt $60 billion ≠ a.txt $61 billion [information conflict]'],
    );
  });

  const silent: [why: string, fixture: string][] = [
    [
      'a hedge covers the other value',
      `
//- /a.txt
The fire on the ferry Solveig Bay forced 212 passengers into lifeboats off Skerry.
//- /b.txt
The fire on the ferry Solveig Bay forced about 200 passengers into lifeboats off Skerry.
`,
    ],
    [
      'one counts the killed and the other the injured',
      `
//- /a.txt
The storm in Port Ellery killed 12 people on Monday, police said.
//- /b.txt
The storm in Port Ellery injured 40 people on Monday, police said.
`,
    ],
    [
      'the subjects are two ships',
      `
//- /a.txt
The ferry Solveig Bay carried 600 passengers on its last crossing to Aldermouth.
//- /b.txt
The ferry Marit Strand carried 140 passengers on its last crossing to Varde.
`,
    ],
    [
      'one is a plan',
      `
//- /a.txt
The Skerry council spent 5 million euros on the harbour wall in Port Ellery.
//- /b.txt
The Skerry council would spend 8 million euros on the harbour wall in Port Ellery.
`,
    ],
    [
      'one is denied',
      `
//- /a.txt
The Skerry council did not spend 5 million euros on the harbour wall in Port Ellery.
//- /b.txt
The Skerry council spent 8 million euros on the harbour wall in Port Ellery.
`,
    ],
    [
      'one is a sum a year and the other a sum a month',
      `
//- /a.txt
The Skerry council spends 5 million euros a year on the harbour wall in Port Ellery.
//- /b.txt
The Skerry council spends 8 million euros a month on the harbour wall in Port Ellery.
`,
    ],
    [
      'one is a part of the other',
      `
//- /a.txt
The collapse of the Varde bridge killed five workers on Tuesday, the city said.
//- /b.txt
The collapse of the Varde bridge killed two other workers on Tuesday, the city said.
`,
    ],
    [
      'two polls are two measurements',
      `
//- /a.txt
A Skerry Radio poll found that 41 percent of voters in Port Ellery support Joan Pell.
//- /b.txt
A poll in the Gazette found that 46 percent of voters in Port Ellery support Joan Pell.
`,
    ],
    [
      'each names somebody whom the other does not',
      `
//- /a.txt
Joan Pell beat Tomas Brandt by 340 votes in the mayoral election in Port Ellery.
//- /b.txt
Joan Pell beat Leila Haddad by 912 votes in the mayoral election in Port Ellery.
`,
    ],
    [
      'a term of six years is not a fifth term',
      `
//- /a.txt
Joan Pell was sworn in for a new six-year term as mayor of Port Ellery.
//- /b.txt
Joan Pell was sworn in for a fifth term as mayor of Port Ellery.
`,
    ],
  ];
  for (const [why, fixture] of silent) it(`is silent where ${why}`, () => assert.deepEqual(brief(fixture), []));

  it('finds a difference between short sentences whose subject stands in the one before', () => {
    assert.deepEqual(
      brief(`
//- /a.txt
The town of Varde lies on the Skerry coast. The population was 4,411 at the 2020 census.
//- /b.txt
The town of Varde lies on the Skerry coast. The population was 5,000 at the 2020 census.
//- /c.txt
The town of Aldermouth lies on the Skerry coast. The population was 9,120 at the 2020 census.
`),
      ['b.txt 5,000 ≠ a.txt 4,411 [warning conflict]'],
    );
  });

  it('pairs off what agrees in a list, and reports what is left over', () => {
    assert.deepEqual(
      brief(`
//- /a.txt
The house was built in 1912 for Ann Orr, who lived there until she sold it in 1959.
//- /b.txt
The house was built in 1895 for Ann Orr, who lived there until she sold it in 1959.
`),
      ['b.txt 1895 ≠ a.txt 1912 [warning conflict]'],
    );
  });

  it('gives a finding an id that moves of the text and edits elsewhere leave alone', () => {
    const a = 'Parliament approved a loan of 40 million euros for the Varde bridge on Monday.';
    const b = 'Parliament approved a loan of 46 million euros for the Varde bridge on Monday.';
    const ids = (x: string, y: string): string[] => figures(`//- /a.txt\n${x}\n//- /b.txt\n${y}`).map((f) => f.id);
    const [id, ...more] = ids(a, b);
    assert.ok(id && more.length === 0);
    assert.deepEqual(ids(`It rained.\n\n${a}`, `${b}\n\nNobody minded.`), [id]);
    assert.notDeepEqual(ids(a, b.replace('46', '47')), [id]);
  });
});

describe('what stands at an offset', () => {
  it('gives every statement of a figure, with the verdict as seen from it', () => {
    const fixture = `
//- /a.txt
Congress approved an arms package of $61 billion for Ukraine in April.
//- /b.txt
In April, Congress approved a $60 billion arms package for Ukraine.
//- /c.txt
Congress approved the $61 billion arms package for Ukraine last April.
`;
    const index = indexOf(fixture);
    const text = index.document('a.txt')!.tagged.scanned.text;
    const at = index.factAt('a.txt', text.indexOf('$61') + 2)!;
    assert.equal(at.kind, 'figure');
    assert.deepEqual(
      at.statements.map((s) => `${s.document} ${s.judgement?.verdict ?? 'itself'}`),
      ['a.txt itself', 'b.txt conflict', 'c.txt agree'],
    );
  });

  it('is nothing between the mentions', () => {
    assert.equal(indexOf('//- /a.txt\nnobody came to see it.\n').factAt('a.txt', 3), null);
    assert.equal(indexOf('').factAt('missing.txt', 0), null);
  });
});

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
      'draft.txt unsupported-figure warning',
    ]);
    assert.deepEqual(codes('“I would gladly sail with her again tomorrow,” said Ann Lisle.'), [
      'draft.txt unsupported-quote warning',
    ]);
  });

  it('is not bothered about what a source has, or about small counts', () => {
    assert.deepEqual(codes('The fund holds 4.5 million euros.'), []);
    assert.deepEqual(codes('Three friends walked along the quay for five minutes.'), []);
  });

  it('is left alone where there is no source', () => {
    assert.deepEqual(indexOf('//- /draft.txt\nThe company spent 9.2 million euros on new pumps.\n').findings(), []);
  });
});
