import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import type { SourceDocument } from '../facts/model';
import type { TaggedText } from '../tag/model';
import { fileName } from '../text/fileName';
import { inContext } from '../text/inContext';
import { positionAt } from '../text/lines';
import { oneLine } from '../text/oneLine';
import { lastStartingAtOrBefore, type Span, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { folded } from './folded';
import { markdown } from './markup';
import { offsetIn } from './places';
import { dayInWords } from './readings';
import { statementReading } from './statementReading';
import { wordingInContext } from './wordingInContext';

/** Documents that are looked through for one answer: it is asked for while somebody types. */
const mostDocuments = 200;
const mostItems = 60;
/** Characters before the cursor in which what is being typed begins. */
const reach = 120;

/** What is being typed, and where it begins. */
type Typed = { readonly kind: 'figure' | 'quote' | 'name'; readonly start: number; readonly words: string };

interface Candidate {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly score: number;
}

/**
 * In a draft: the figures, quotations and names of the sources that go on as what is being typed begins. Sources that name whom the
 * paragraph names come first. Null outside of drafts, for a source is not written.
 */
export function provideCompletions(sources: Sources, id: string, position: Position): CompletionList | null {
  const draft = sources.index.document(id);
  const offset = offsetIn(sources, id, position);
  if (!draft?.draft || offset === null) return null;
  const typed = typedBefore(draft.tagged.scanned.text, offset);
  if (!typed) return null;
  const paragraph = paragraphBefore(draft.tagged, offset);
  const context = new Set(wordsOf(spanText(draft.tagged.scanned.text, paragraph)));
  const documents = documentsAbout(sources, draft, paragraph);
  const lines = sources.lines(id)!;
  const range = { start: positionAt(lines, typed.start), end: position };
  const items =
    typed.kind === 'figure'
      ? figureItems(documents, typed.words, context)
      : typed.kind === 'quote'
        ? quoteItems(documents, typed.words, context)
        : nameItems(sources, documents, typed.words);
  return {
    isIncomplete: true,
    items: items.map(({ text, ...item }, i) => ({
      ...item,
      sortText: String(i).padStart(3, '0'),
      filterText: spanText(draft.tagged.scanned.text, { start: typed.start, end: offset }) + item.label,
      textEdit: TextEdit.replace(range, text),
    })),
  };
}

type Item = CompletionItem & { readonly text: string };

/** The rest of the line before the cursor decides: after an opened quotation mark a quotation, else a figure or a name. */
function typedBefore(text: string, offset: number): Typed | null {
  const from = Math.max(0, offset - reach, text.lastIndexOf('\n', offset - 1) + 1);
  const before = text.slice(from, offset);
  const quote = /(?:^|[\s([—–-])(["“«]([^"“”«»]*))$/.exec(before);
  if (quote) return { kind: 'quote', start: offset - quote[1]!.length, words: quote[2]! };
  const figure = /(?<![\w.,$€£])(?:[$€£] ?\d?[\d,.]*|\d[\d,.]*)$/.exec(before);
  if (figure) return { kind: 'figure', start: offset - figure[0].length, words: figure[0] };
  const name = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]*)*$/u.exec(before);
  return name ? { kind: 'name', start: offset - name[0].length, words: name[0] } : null;
}

function paragraphBefore({ scanned: { paragraphs } }: TaggedText, offset: number): Span {
  const paragraph = paragraphs[lastStartingAtOrBefore(paragraphs, offset)];
  return { start: paragraph?.start ?? 0, end: offset };
}

/** The sources that name somebody whom the paragraph names, else whom the draft names, else the first of all. */
function documentsAbout(sources: Sources, draft: SourceDocument, paragraph: Span): SourceDocument[] {
  const { names } = draft.tagged;
  const inside = names.filter(({ start }) => start >= paragraph.start && start < paragraph.end);
  for (const named of [inside, names.slice(0, 20)]) {
    const ids = new Set<string>();
    for (const { start } of named.slice(-10)) {
      for (const { document } of sources.index.factAt(draft.id, start)?.statements ?? []) ids.add(document);
    }
    const found = [...ids].flatMap((id) => sources.index.document(id) ?? []).filter((document) => !document.draft);
    if (found.length > 0) return found.slice(0, mostDocuments);
  }
  return sources.index
    .documents()
    .filter((document) => !document.draft)
    .slice(0, mostDocuments);
}

function figureItems(documents: readonly SourceDocument[], typed: string, context: ReadonlySet<string>): Item[] {
  const wanted = typed.replace(/\s/g, '');
  const found = documents.flatMap((document) =>
    document.tagged.figures
      .filter((figure) => !figure.furniture && written(document, figure).replace(/\s/g, '').startsWith(wanted))
      .map((figure) => ({ ...candidate(document, figure, context), counted: figure.counted })),
  );
  return best(found).flatMap(({ first: { document, span, counted }, others }) => {
    const text = written(document, span);
    const from = origin(document, span, others);
    const item: Item = { label: text, kind: CompletionItemKind.Value, text, ...from };
    // “11” alone does not say of what.
    if (counted !== '') item.labelDetails = { ...from.labelDetails, detail: ` ${oneLine(counted)}` };
    const { speaker } = statementReading(document.tagged, span);
    if (speaker === '') return [item];
    const label = `${text}, according to ${speaker}`;
    // Right below the figure, which says where it is from.
    return [item, { ...item, label, labelDetails: {}, kind: CompletionItemKind.Snippet, text: label }];
  });
}

function quoteItems(documents: readonly SourceDocument[], typed: string, context: ReadonlySet<string>): Item[] {
  const wanted = folded(typed);
  const found = documents.flatMap((document) =>
    document.tagged.quotes
      .filter(({ direct, use, closed }) => direct && use === 'speech' && closed)
      .filter(({ content }) => folded(written(document, content)).startsWith(wanted))
      .map((quote) => ({ ...candidate(document, quote.content, context), quote })),
  );
  return best(found).map(({ first: { document, span, quote }, others }): Item => {
    const words = written(document, span);
    const item = { label: clip(words), kind: CompletionItemKind.Text, ...origin(document, quote, others) };
    if (!quote.speaker) return { ...item, text: `“${words}”` };
    const { name } = quote.speaker;
    const quoted = /[?!…]$/.test(words) ? `“${snippet(words)}”` : `“${snippet(words.replace(/[.,]$/, ''))},”`;
    const text = `${quoted} \${1:${snippet(name)}} said`;
    return { ...item, detail: name, insertTextFormat: InsertTextFormat.Snippet, text };
  });
}

function nameItems(sources: Sources, documents: readonly SourceDocument[], typed: string): Item[] {
  const wanted = folded(typed);
  const found = new Map<string, { item: Item; documents: number }>();
  for (const document of documents) {
    const { entities } = document.tagged;
    entities.forEach((entity, e) => {
      const starts = [entity.name, ...entity.aliases].some((form) =>
        folded(form)
          .split(' ')
          .some((_, i, words) => words.slice(i).join(' ').startsWith(wanted)),
      );
      if (!starts || entity.type === 'other') return;
      const name = sources.index.identityOf(document.id, e).name || entity.name;
      const known = found.get(name);
      if (known) known.documents++;
      else {
        const item = { label: name, text: name, kind: CompletionItemKind.Class, detail: entity.role || entity.type };
        found.set(name, { item, documents: 1 });
      }
    });
  }
  return [...found.values()]
    .sort((a, b) => b.documents - a.documents || (a.item.label < b.item.label ? -1 : 1))
    .slice(0, mostItems)
    .map(({ item }) => item);
}

function candidate(document: SourceDocument, span: Span, context: ReadonlySet<string>): Candidate {
  const { sentences, text } = document.tagged.scanned;
  const sentence = sentences[lastStartingAtOrBefore(sentences, span.start)] ?? span;
  const shared = new Set(wordsOf(spanText(text, sentence)).filter((word) => context.has(word)));
  return { document, span, score: shared.size };
}

/** One for each wording, the best of it first, with how many other documents have it. */
function best<T extends Candidate>(found: readonly T[]): { first: T; others: number }[] {
  const byWording = new Map<string, T[]>();
  for (const one of [...found].sort((a, b) => b.score - a.score)) {
    const key = folded(written(one.document, one.span));
    const known = byWording.get(key);
    if (known) known.push(one);
    else byWording.set(key, [one]);
  }
  return [...byWording.values()]
    .slice(0, mostItems)
    .map((same) => ({ first: same[0]!, others: new Set(same.map(({ document }) => document.id)).size - 1 }));
}

/** Where it is from, beside the label, and the words around it below. */
function origin(document: SourceDocument, span: Span, others: number): Partial<CompletionItem> {
  const { storyDate, scanned } = document.tagged;
  const file = fileName(document.label);
  // The list has no room for more of the month.
  const day = storyDate ? [dayInWords(storyDate.day).replace(/([A-Z]..)[a-z]+/, '$1')] : [];
  const more = others > 0 ? ` and ${others} more` : '';
  return {
    labelDetails: { description: [`${file}${more}`, ...day].join(' · ') },
    documentation: { kind: MarkupKind.Markdown, value: wordingInContext(inContext(scanned, span), markdown) },
  };
}

function written({ tagged }: SourceDocument, span: Span): string {
  return oneLine(spanText(tagged.scanned.text, span));
}

/** Words that tell what a sentence is about: short ones are glue. */
function wordsOf(text: string): string[] {
  return folded(text.slice(-2000)).match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}

/** As the placeholder of a snippet, where these characters have a meaning. */
function snippet(words: string): string {
  return words.replace(/[\\$}]/g, '\\$&');
}

function clip(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 69).replace(/\s\S*$/, '')} …`;
}
