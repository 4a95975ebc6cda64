import assert from 'node:assert/strict';
import { type Grouping, factsTree } from '../../../client/src/views/factsTree';
import { type TreeNode } from '../../../client/src/views/treeNode';
import { type FactTable } from '../../../server/src/protocol';
import { factRow, factTable, statement } from '../../fixtures/factTable';

const sum = factRow(
  'sum',
  [
    statement(0, '$61 million', {
      before: 'The council approved',
      after: 'on Tuesday.',
      value: '61,000,000 US dollars',
    }),
    statement(1, '$64 million', { verdict: 'conflict', speaker: 'Ann Orr', day: '2025-03-04' }),
  ],
  { label: 'council approved', verdict: 'conflict', message: '61 and 64 million dollars cannot both be right' },
);
const words = factRow('words', [statement(1, '“We rebuild.”'), statement(2, '“We will rebuild.”')], {
  kind: 'quote',
  label: '“We rebuild.”',
  verdict: 'updated',
});
const day = factRow(
  'day',
  [
    statement(0, 'June 1'),
    statement(0, '1 June', { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } } }),
    statement(2, 'June 1'),
  ],
  { kind: 'date' },
);

const whole = { more: 0, next: 0 };

describe('facts tree', () => {
  it('has a group for each verdict that there is, the gravest first', () => {
    assert.deepEqual(described(factsTree(factTable([sum, words, day]), 'verdict', whole)), [
      'Conflicts 1',
      'Updated 1',
      'Agreed 1',
    ]);
  });

  it('has a fact under every document that states it, once', () => {
    const groups = factsTree(factTable([sum, words, day]), 'document', whole);
    assert.deepEqual(described(groups), ['a.txt 2', 'b.txt 2', 'c.txt 2']);
    assert.deepEqual(labels(groups[0]), ['council approved', 'day']);
  });

  it('has groups for kinds', () => {
    assert.deepEqual(described(factsTree(factTable([sum, words, day]), 'kind', whole)), [
      'Figures 1',
      'Dates 1',
      'Quotations 1',
    ]);
  });

  it('says in words and signs what a fact and a statement are, not by icons alone', () => {
    const [group] = factsTree(factTable([sum]), 'verdict', whole);
    const [fact] = group?.children?.() ?? [];
    assert.equal(fact?.description, '≠ conflict · 2 documents');
    assert.equal(
      fact?.spoken,
      'council approved, conflict, figure, 2 documents, 61 and 64 million dollars cannot both be right',
    );
    const [first, second] = fact?.children?.() ?? [];
    assert.equal(first?.label, '= $61 million');
    assert.equal(first?.description, 'a.txt, line 1 · The council approved $61 million on Tuesday.');
    assert.equal(second?.label, '≠ $64 million');
    assert.equal(second?.spoken, '$64 million, conflict, b.txt, line 1, says Ann Orr, $64 million');
    assert.notEqual(first?.icon, second?.icon);
  });

  it('puts the file of a quotation first: its words are long', () => {
    const [group] = factsTree(factTable([words]), 'verdict', whole);
    const [node] = group?.children?.()[0]?.children?.() ?? [];
    assert.deepEqual([node?.label, node?.description], ['b.txt, line 1', '= “We rebuild.”']);
  });

  it('leads to the places of the statements', () => {
    const [group] = factsTree(factTable([sum]), 'verdict', whole);
    const nodes = group?.children?.()[0]?.children?.() ?? [];
    assert.deepEqual(
      nodes.map(({ place }) => place?.uri),
      ['file:///desk/a.txt', 'file:///desk/b.txt'],
    );
    assert.deepEqual(nodes[0]?.place?.range.start, { line: 0, character: 10 });
  });

  it('escapes the words of the sources in its tooltips', () => {
    const hostile = factRow('x', [statement(0, '[5](command:x) <img src=y> $(bug)'), statement(1, '5')], {
      label: '**x**',
    });
    const [group] = factsTree(factTable([hostile]), 'verdict', whole);
    const fact = group?.children?.()[0];
    const tooltip = `${fact?.tooltip}\n${fact?.children?.()[0]?.tooltip}`;
    assert.doesNotMatch(tooltip, /(?<!\\)\[|(?<!\\)<|(?<!\\)\$\(/);
    assert.match(tooltip, /\\\*\\\*x\\\*\\\*/);
  });

  it('says how many facts there are beyond the limit', () => {
    const table = factTable([sum], {
      total: 1201,
      counts: { conflict: 3, disputed: 0, updated: 0, compatible: 0, agree: 1198 },
    });
    const nodes = factsTree(table, 'verdict', { more: 1200, next: 500 });
    assert.deepEqual(described(nodes), ['Conflicts 1 of 3', 'Show 500 more 1,200 not shown']);
  });

  it('has an id of its own for every node, the same each time', () => {
    for (const grouping of ['verdict', 'document', 'kind'] as const) {
      const ids = idsOf(factTable([sum, words, day]), grouping);
      assert.equal(new Set(ids).size, ids.length, grouping);
      assert.deepEqual(idsOf(factTable([sum, words, day]), grouping), ids);
    }
  });
});

function described(nodes: readonly TreeNode[]): string[] {
  return nodes.map(({ label, description }) => `${label} ${description}`);
}

function labels(node: TreeNode | undefined): string[] {
  return (node?.children?.() ?? []).map(({ label }) => label);
}

function idsOf(table: FactTable, grouping: Grouping): string[] {
  const all = (nodes: readonly TreeNode[]): string[] =>
    nodes.flatMap((node) => [node.id, ...all(node.children?.() ?? [])]);
  return all(factsTree(table, grouping, whole));
}
