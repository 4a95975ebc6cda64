import { escapeMarkdown } from '../../../server/src/features/markup';
import { type Person, type PersonQuote } from '../../../server/src/protocol';
import { fileName } from '../../../server/src/text/fileName';
import { documentCount, namingCount, quotationCount } from '../counts';
import { t } from '../l10n';
import { lineInWords } from '../lineInWords';
import { type CutShort, moreNode, type TreeNode } from './treeNode';

type NamingDocument = Person['documents'][number];

/** The people view: who is quoted, in them the documents, in them the quotations. */
export function peopleTree(people: readonly Person[], cut: CutShort): TreeNode[] {
  return [...people.map(personNode), ...moreNode(cut)];
}

function personNode(person: Person, index: number): TreeNode {
  const { name, role, mentions, quotes, documents } = person;
  const quoting = documents.filter((it) => it.quotes.length > 0).length;
  const counts = t('{0} in {1}', quotationCount(quotes), documentCount(quoting));
  const [first] = documents;
  // Two people may go by one name: where the first is named tells them apart.
  const id = `${name}@${first ? `${first.uri}#${first.first.start.line},${first.first.start.character}` : index}`;
  return {
    id,
    label: name,
    description: [role, counts].filter((part) => part !== '').join(' · '),
    tooltip: [`**${escapeMarkdown(name)}**`, escapeMarkdown(role), `${counts}; ${namingCount(mentions)}`]
      .filter((line) => line !== '')
      .join('\n\n'),
    spoken: [name, role, counts, namingCount(mentions)].filter((part) => part !== '').join(', '),
    icon: 'person',
    context: 'person',
    open: false,
    ...(first && { place: { uri: first.uri, range: first.first } }),
    children: () => documents.map((document) => documentNode(id, name, document)),
  };
}

function documentNode(parent: string, name: string, { uri, path, mentions, first, quotes }: NamingDocument): TreeNode {
  const id = `${parent}/${uri}`;
  const quoted = quotes.length > 0 ? [quotationCount(quotes.length)] : [];
  const counts = [...quoted, namingCount(mentions)].join(', ');
  return {
    id,
    label: fileName(path),
    description: counts,
    tooltip: `${escapeMarkdown(path)}: ${counts}`,
    spoken: `${path}, ${name}: ${counts}`,
    icon: 'file',
    context: 'document',
    open: false,
    place: { uri, range: first },
    ...(quotes.length > 0 && { children: () => quotes.map((quote) => quoteNode(id, uri, path, quote)) }),
  };
}

function quoteNode(parent: string, uri: string, path: string, { range, text, direct }: PersonQuote): TreeNode {
  const { line, character } = range.start;
  const kind = direct ? t('in quotation marks') : t('in reported speech');
  const number = String(line + 1);
  return {
    id: `${parent}#${line},${character}`,
    label: text,
    description: direct ? t('line {0}', number) : t('line {0}, reported', number),
    tooltip: `${escapeMarkdown(text)}\n\n${lineInWords(escapeMarkdown(path), line)}, ${kind}`,
    spoken: `${lineInWords(text, line)}, ${kind}`,
    icon: direct ? 'quote' : 'comment',
    context: 'quote',
    open: false,
    place: { uri, range },
  };
}
