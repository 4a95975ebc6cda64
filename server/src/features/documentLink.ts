import type { DocumentLink } from 'vscode-languageserver';
import { fileName } from '../text/fileName';
import type { Sources } from '../workspace/sources';
import { rangeOf } from './places';

/** A file name as notes write it, alone or with its folders, with a line behind it or not: `reports/wire.txt:12`, `wire.txt, line 12`. */
const mention =
  /(?<![\w/.:-])((?:[\w.-]{1,80}\/){0,8}[\w-][\w.-]{0,80}\.(?:txt|text|md|markdown))(?::(\d{1,7})|, line (\d{1,7}))?\b/g;

const mostLinks = 1000;

/** Links from the names of documents, as notes and fact sheets write them, to the documents. */
export function provideDocumentLinks(sources: Sources, id: string): DocumentLink[] {
  const document = sources.index.document(id);
  const lines = sources.lines(id);
  if (!document || !lines) return [];
  const { text } = document.tagged.scanned;
  const links: DocumentLink[] = [];
  let named: ReadonlyMap<string, string | null> | null = null;
  for (const found of text.matchAll(mention)) {
    if (links.length >= mostLinks) break;
    named ??= documentsByName(sources);
    const [whole, path = '', behindColon, behindWord] = found;
    const target = named.get(path.toLowerCase());
    if (!target || target === id) continue;
    const line = behindColon ?? behindWord;
    const range = rangeOf(lines, { start: found.index, end: found.index + whole.length });
    links.push({ range, target: line === undefined ? target : `${target}#L${line}` });
  }
  return links;
}

/** The documents by their path and, where it is the only one of that name, by their file's name; null where several have it. */
function documentsByName(sources: Sources): Map<string, string | null> {
  const named = new Map<string, string | null>();
  for (const { id, label } of sources.index.documents()) {
    const path = label.toLowerCase();
    const name = fileName(path);
    named.set(name, named.has(name) ? null : id);
    if (name !== path) named.set(path, id);
  }
  return named;
}
