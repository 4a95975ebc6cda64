import type { TextFormat } from './markdown';
import { layOut, type ParagraphKind, type Preceding } from './paragraphs';
import { sentenceEnds } from './sentences';
import type { Span } from './span';
import { tokenizeOutside, type Tokens } from './tokens';

export interface Sentence extends Span {
  readonly paragraph: number;
  /** Tokens `from..to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  readonly from: number;
  readonly to: number;
  /** Sentences `firstSentence..endSentence` (exclusive). */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A text, scanned: its tokens without line ends and markup, in sentences, in paragraphs. */
export interface ScannedText {
  readonly text: string;
  readonly format: TextFormat;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** The sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** The inside of a Markdown file's front matter; it holds no tokens. */
  readonly frontMatter: Span | null;
}

/** Scans a document, or a part of one. Total and linear; the same text gives the same result on every machine. */
export function scan(text: string, format: TextFormat = 'plain', preceding: Preceding | null = null): ScannedText {
  const layout = layOut(text, format, preceding);
  const kept = tokenizeOutside(text, layout.markup);
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(kept.count);
  let token = 0;
  for (const { start, end, kind } of layout.paragraphs) {
    while (token < kept.count && kept.start[token]! < start) token++;
    const from = token;
    while (token < kept.count && kept.end[token]! <= end) token++;
    if (token === from) continue;
    const firstSentence = sentences.length;
    let head = from;
    for (const stop of sentenceEnds(kept, from, token)) {
      sentenceOf.fill(sentences.length, head, stop);
      sentences.push({
        start: kept.start[head]!,
        end: kept.end[stop - 1]!,
        paragraph: paragraphs.length,
        from: head,
        to: stop,
      });
      head = stop;
    }
    paragraphs.push({ start, end, kind, from, to: token, firstSentence, endSentence: sentences.length });
  }
  return { text, format, tokens: kept, sentences, paragraphs, sentenceOf, frontMatter: layout.frontMatter };
}
