import type { Position } from 'vscode-languageserver';
import type { RelatedStatement } from '../facts/model';
import type { Passage } from '../protocol';
import { oneLine } from '../text/oneLine';
import { lastStartingAtOrBefore, type Span, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { othersByGravity } from './factTable';
import { factWithOthersAt } from './factWithOthers';
import { offsetIn, rangeOf } from './places';

/** The passages that state the fact at a place, to be laid side by side: the one asked about, then the others, the gravest first. */
export function providePassages(sources: Sources, id: string, position: Position): Passage[] {
  const offset = offsetIn(sources, id, position);
  const fact = offset === null ? null : factWithOthersAt(sources, id, offset);
  if (!fact || fact.kind === 'entity') return [];
  const asked: RelatedStatement = { document: id, start: fact.span.start, end: fact.span.end, judgement: null };
  const others = othersByGravity(fact, id);
  if (others.length === 0) return [];
  return [asked, ...others].flatMap((statement) => passageOf(sources, statement));
}

function passageOf(sources: Sources, { document: id, start, end, judgement }: RelatedStatement): Passage[] {
  const document = sources.index.document(id);
  const lines = sources.lines(id);
  if (!document || !lines) return [];
  const { text, paragraphs } = document.tagged.scanned;
  const paragraph = paragraphs[lastStartingAtOrBefore(paragraphs, start)];
  const around: Span = paragraph && end <= paragraph.end ? paragraph : { start, end };
  return [
    {
      uri: id,
      path: document.label,
      range: rangeOf(lines, { start, end }),
      text: oneLine(spanText(text, around)),
      verdict: judgement?.verdict ?? 'agree',
      reason: judgement?.reason ?? '',
    },
  ];
}
