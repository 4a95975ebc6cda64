import { escapeMarkdown } from '../../../server/src/features/markup';
import { type FactRow, type FactTable, factKinds, factVerdicts } from '../../../server/src/protocol';
import { documentCount, factCount } from '../counts';
import { factTitle } from '../factTitle';
import { numeral, t } from '../l10n';
import { kindWords, verdictWords } from '../verdictWords';
import { statementNode, verdictIcons } from './statementNode';
import { type CutShort, moreNode, type TreeNode } from './treeNode';

/** By what the facts view gathers the facts. */
export const groupings = ['verdict', 'document', 'kind'] as const;
export type Grouping = (typeof groupings)[number];

/** The facts view: groups, in them facts, in them their statements. Facts keep the order of the table, the gravest first. */
export function factsTree(table: FactTable, grouping: Grouping, cut: CutShort): TreeNode[] {
  return [...groupsOf(table, grouping), ...moreNode(cut)];
}

function groupsOf(table: FactTable, grouping: Grouping): TreeNode[] {
  switch (grouping) {
    case 'verdict':
      return factVerdicts.flatMap((verdict) => {
        const facts = table.facts.filter((fact) => fact.verdict === verdict);
        const { heading } = verdictWords(verdict);
        const open = verdict === 'conflict' || verdict === 'disputed';
        return group(table, { id: verdict, heading, ...verdictIcons[verdict], open }, facts, table.counts[verdict]);
      });
    case 'kind':
      return factKinds.flatMap((kind) => {
        const facts = table.facts.filter((fact) => fact.kind === kind);
        return group(table, { id: kind, heading: kindWords(kind).heading, icon: kindIcons[kind], open: true }, facts);
      });
    case 'document': {
      const statedIn = table.documents.map((): FactRow[] => []);
      for (const fact of table.facts) {
        for (const document of new Set(fact.statements.map((statement) => statement.document))) {
          statedIn[document]?.push(fact);
        }
      }
      return table.documents.flatMap(({ uri, path, draft }, document) => {
        const heading = draft ? t('{0} (draft)', path) : path;
        return group(table, { id: uri, heading, icon: 'file', open: false }, statedIn[document] ?? []);
      });
    }
  }
}

const kindIcons = { figure: 'symbol-number', date: 'calendar', quote: 'quote' } as const;

interface Heading extends Pick<TreeNode, 'icon' | 'color' | 'open'> {
  readonly id: string;
  readonly heading: string;
}

/** Nothing where there is no fact; `total` is how many there would be without the limit. */
function group(table: FactTable, { id, heading, ...looks }: Heading, facts: readonly FactRow[], total = 0): TreeNode[] {
  if (facts.length === 0) return [];
  const short = total > facts.length;
  const count = short ? t('{0} of {1}', facts.length, total) : numeral(facts.length);
  const inWords = short ? t('{0} of {1} facts', facts.length, total) : factCount(facts.length);
  return [
    {
      id,
      label: heading,
      description: count,
      tooltip: `${escapeMarkdown(heading)}: ${inWords}`,
      spoken: `${heading}, ${inWords}`,
      ...looks,
      context: 'group',
      children: () => facts.map((fact) => factNode(id, table, fact)),
    },
  ];
}

function factNode(parent: string, table: FactTable, fact: FactRow): TreeNode {
  const { id, kind, verdict, message, statements } = fact;
  const label = factTitle(fact);
  const { sign, word } = verdictWords(verdict);
  const documents = documentCount(new Set(statements.map(({ document }) => document)).size);
  const [first] = statements;
  const uri = first && table.documents[first.document]?.uri;
  const own = `${parent}/${id}`;
  return {
    id: own,
    label,
    description: `${sign} ${word} · ${documents}`,
    tooltip: [
      `**${escapeMarkdown(label)}**`,
      `${sign} ${word}, ${kindWords(kind).word}, ${documents}`,
      escapeMarkdown(message),
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
    spoken: [label, word, kindWords(kind).word, documents, message].filter((part) => part !== '').join(', '),
    ...verdictIcons[verdict],
    context: 'fact',
    open: false,
    ...(first && uri && { place: { uri, range: first.range } }),
    children: () =>
      statements.flatMap((statement) => {
        const document = table.documents[statement.document];
        return document ? [statementNode(own, fact, document, statement)] : [];
      }),
  };
}
