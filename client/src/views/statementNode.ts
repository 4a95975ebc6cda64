import { escapeMarkdown } from '../../../server/src/features/markup';
import {
  type FactDocument,
  type FactKind,
  type FactRow,
  type FactStatement,
  type FactVerdict,
} from '../../../server/src/protocol';
import { fileName } from '../../../server/src/text/fileName';
import { dayInWords, t } from '../l10n';
import { lineInWords } from '../lineInWords';
import { verdictWords } from '../verdictWords';
import { inSentence } from '../wording';
import { type TreeNode } from './treeNode';

/** Icons of different shapes; the colours are the theme's. */
export const verdictIcons: Readonly<Record<FactVerdict, { readonly icon: string; readonly color?: string }>> = {
  conflict: { icon: 'error', color: 'problemsErrorIcon.foreground' },
  disputed: { icon: 'warning', color: 'problemsWarningIcon.foreground' },
  updated: { icon: 'history', color: 'problemsInfoIcon.foreground' },
  compatible: { icon: 'check' },
  agree: { icon: 'check-all' },
};

/** One statement of a fact: its words and where they stand, which is where it leads. */
export function statementNode(
  parent: string,
  { kind }: FactRow,
  document: FactDocument,
  statement: FactStatement,
): TreeNode {
  const { range, text, before, after, speaker, verdict } = statement;
  const { line, character } = range.start;
  const place = lineInWords(fileName(document.path), line);
  const { sign, word } = verdictWords(verdict);
  const wording = inSentence(before, text, after);
  return {
    id: `${parent}/${document.uri}#${line},${character}`,
    ...(kind === 'quote'
      ? { label: place, description: `${sign} ${text}` }
      : { label: `${sign} ${text}`, description: `${place} · ${wording}` }),
    tooltip: tooltipOf(kind, document, statement),
    spoken: [text, word, place, speaker && t('says {0}', speaker), wording].filter(Boolean).join(', '),
    ...verdictIcons[verdict],
    context: 'statement',
    open: false,
    place: { uri: document.uri, range },
  };
}

function tooltipOf(kind: FactKind, { path, draft, date }: FactDocument, statement: FactStatement): string {
  const { range, text, before, after, value, speaker, day, verdict } = statement;
  const { sign, word } = verdictWords(verdict);
  const bold = `**${escapeMarkdown(text)}**`;
  const wording = kind === 'quote' ? bold : inSentence(escapeMarkdown(before), bold, escapeMarkdown(after));
  const readings = [value, speaker && t('says {0}', speaker), kind !== 'date' && day && t('of {0}', dayInWords(day))];
  const document = [lineInWords(path, range.start.line), date && t('of {0}', dayInWords(date)), draft && t('a draft')];
  return [
    `${sign} ${word}`,
    wording,
    escapeMarkdown(readings.filter(Boolean).join(' · ')),
    escapeMarkdown(document.filter(Boolean).join(' · ')),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}
