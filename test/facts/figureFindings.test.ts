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

  const storm = (dead: string): string => `The storm killed ${dead} people in the harbour of Port Ellery, police said.`;

  it('is one for a fact, at the outlier, with the majority named', () => {
    const [finding, ...more] = figures(`
//- /a.txt
${storm('20')}
//- /b.txt
Police said the storm killed 20 people in the harbour of Port Ellery on the coast.
//- /c.txt
${storm('21')} The night was cold.
//- /d.txt
In the harbour of Port Ellery the storm killed 20 people, police said on Monday.
`);
    assert.deepEqual(more, []);
    assert.equal(finding?.document, 'c.txt');
    assert.match(finding.message, /^21 people here[^;]*; 20 people in a\.txt, b\.txt and 1 more[^;]*\.$/);
    assert.match(finding.reason, /^all about “[^”]*storm killed[^”]*”; both cannot be right$/);
    assert.deepEqual(
      finding.related.map(({ document }) => document),
      ['a.txt', 'b.txt', 'd.txt'],
    );
  });

  it('is one where the sources are split, with all sides', () => {
    const found = figures(`
//- /a.txt
${storm('20')}
//- /b.txt
Police said the storm killed 20 people in the harbour of Port Ellery on the coast.
//- /c.txt
${storm('21')} The night was cold.
//- /d.txt
In the harbour of Port Ellery the storm killed 21 people, police said on Monday.
`);
    assert.deepEqual(
      found.map(({ document, related }) => [document, ...related.map((r) => r.document)].join(' ')),
      ['c.txt a.txt b.txt d.txt'],
    );
    assert.match(found[0]!.message, /^21 people here[^;]*, as in d\.txt; 20 people in a\.txt and b\.txt/);
  });

  it('is one where each source has its own value', () => {
    const found = figures(`
//- /a.txt
${storm('20')}
//- /b.txt
Police said the storm killed 23 people in the harbour of Port Ellery on the coast.
//- /c.txt
${storm('26')} The night was cold.
`);
    assert.equal(found.length, 1);
    assert.match(found[0]!.message, /^26 people here[^;]*; 20 people in a\.txt[^;]*; 23 people in b\.txt/);
  });

  it('counts copies of one sentence as one witness', () => {
    const found = figures(`
//- /a.txt
${storm('21')}
//- /b.txt
${storm('21')}
//- /c.txt
${storm('21')}
//- /d.txt
Police said the storm killed 20 people in the harbour of Port Ellery on the coast.
//- /e.txt
In the harbour of Port Ellery the storm killed 20 people, police said on Monday.
`);
    assert.deepEqual(
      found.map(({ document }) => document),
      ['a.txt'],
    );
  });

  it('says who states what, where the texts name him', () => {
    const [finding] = figures(`
//- /a.txt
Erik Sand, the surveyor, said the damage to the ferry Solveig Bay came to 18 million euros.
//- /b.txt
Colin Roe, the director, said the damage to the ferry Solveig Bay came to 26 million euros.
`);
    assert.equal(
      finding?.message,
      '26 million euros here, according to Colin Roe; 18 million euros in a.txt, according to Erik Sand.',
    );
    assert.deepEqual([finding.verdict, finding.severity], ['disputed', 'information']);
  });

  it('names files of one name by their paths', () => {
    const [finding] = figures(`
//- /monday/wire.txt
${storm('20')}
//- /tuesday/wire.txt
${storm('26')} The night was cold.
`);
    assert.match(finding!.message, /20 people in monday\/wire\.txt/);
  });

  it('quotes words as they stand in the text', () => {
    const text = 'Parliament approved a relief fund of 40 million euros for the Varde bridge on Monday.';
    const [finding] = figures(`//- /a.txt\n${text.replace('40', '46')}\n//- /b.txt\n${text}\n`);
    const [, quoted = ''] = /“([^”]*)”/.exec(finding!.reason)!;
    for (const words of quoted.split(' … ')) assert.ok(text.includes(words), `“${words}” is not in the text`);
  });

  it('is information, at the older story, where a count has grown', () => {
    const [finding, ...more] = figures(`
//- /a.txt
Updated: May 16, 2024

${storm('12')}
//- /b.txt
Updated: May 18, 2024

${storm('19')} The night was cold.
//- /c.txt
Updated: May 17, 2024

Police said the storm killed 15 people in the harbour of Port Ellery on the coast.
`);
    assert.deepEqual(more, []);
    assert.deepEqual([finding?.document, finding?.verdict, finding?.severity], ['a.txt', 'updated', 'information']);
    assert.match(
      finding!.message,
      /^12 people here[^;]*; 19 people in b\.txt.*, 2 days later; 15 people in c\.txt.*, a day later\.$/,
    );
  });

  const silent: [why: string, fixture: string][] = [
    [
      'one source states both',
      `
//- /a.txt
The storm killed 20 people in the harbour of Port Ellery, police said.
//- /b.txt
The storm killed 23 people in the harbour of Port Ellery, police said. The storm killed 20 people in the harbour, police said at first.
`,
    ],
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
  it('is told anew when something changed, and is otherwise the same object', () => {
    const index = new FactIndex();
    const put = (id: string, text: string): void => index.replace({ id, label: id, draft: false, tagged: tag(text) });
    const text = 'Parliament approved $61 million in emergency aid for the town of Torvik on Monday.';
    const ask = (): number => {
      const [figure, name] = [text.indexOf('61'), text.indexOf('Torvik')].map((at) => index.factAt('a.txt', at)!);
      assert.equal(index.factAt('a.txt', text.indexOf('Torvik') + 1), name);
      assert.equal(figure!.statements.length, name!.statements.length);
      return figure!.statements.length;
    };
    put('a.txt', text);
    assert.equal(ask(), 1);
    put('b.txt', text);
    assert.equal(ask(), 2);
    put('b.txt', 'Nothing happened.');
    assert.equal(ask(), 1);
    index.remove('a.txt');
    assert.equal(index.factAt('a.txt', text.indexOf('Torvik')), null);
  });

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
