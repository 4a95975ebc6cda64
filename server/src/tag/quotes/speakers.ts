import { Char, charAt } from '../../text/characters';
import type { Modality, Quote, Speaker, SpeakerRule } from '../model';
import { properName } from '../names/properName';
import { announcedBy, issuer } from './announcements';
import { attributeByCue, type Attribution } from './attribution';
import type { IndirectSpeech } from './indirect';
import type { MarkedSpan } from './marks';
import { punctuationAt, type Reading } from './reading';
import { SpeakerResolver } from './resolve';
import type { Source } from './subjects';
import { signature, signatureBehind, type LabelLine, type Turn } from './transcripts';
import type { NounPhrase } from './nounPhrases';

/** Who says a quotation, how that is known. */
export interface Attributed {
  readonly speaker: Speaker | null;
  readonly cue: string;
  readonly rule: SpeakerRule;
  readonly tight: boolean;
  readonly identified: boolean;
  readonly modality: Modality;
}

const NOBODY: Attributed = {
  speaker: null,
  cue: '',
  rule: 'none',
  tight: false,
  identified: false,
  modality: 'said',
};

/** A piece of speech in the order of the text: a marked span, indirect speech, or a turn of a transcript or a block quote, which have no marks. */
export type Piece =
  | { readonly at: number; readonly span: MarkedSpan; readonly use: Quote['use'] }
  | { readonly at: number; readonly indirect: IndirectSpeech }
  | { readonly at: number; readonly turn: Turn };

/**
 * Names a speaker for each piece, in the order of METHODS (“Who speaks”): by the cue beside it, then the speaker before it in the paragraph,
 * then, for a paragraph that is a quotation and nothing else, the last speaker of the paragraph before. Pieces ascend by `at`; so do the results.
 */
export function attributeAll(
  reading: Reading,
  pieces: readonly Piece[],
  marked: readonly MarkedSpan[],
  labels: readonly LabelLine[],
): Attributed[] {
  const resolver = new SpeakerResolver(reading);
  const labelOf = new Map(labels.map((line) => [line.paragraph, line]));
  const out: Attributed[] = [];
  /** The last speaker of a paragraph, for rules that carry one over. */
  let paragraph = -1;
  let here: Attributed = NOBODY;
  let before: Attributed = NOBODY;
  let beforeParagraph = -1;
  let chain: number[] = [];

  const enter = (p: number): void => {
    if (p === paragraph) return;
    if (here.speaker) {
      before = here;
      beforeParagraph = paragraph;
    }
    here = NOBODY;
    paragraph = p;
  };

  pieces.forEach((piece, index) => {
    if ('indirect' in piece) {
      enter(paragraphOf(reading, piece.indirect.from));
      const found = describe(reading, resolver, piece.indirect.source, 'indirect', piece.indirect.source.adjacent);
      out.push(found);
      if (found.speaker) here = found;
      return;
    }
    if ('turn' in piece) {
      const { turn } = piece;
      enter(turn.paragraph);
      const label = turn.label ?? signature(reading, turn.paragraph + 1);
      const found = label ? named(resolver, label) : (announcedBefore(reading, resolver, turn.paragraph - 1) ?? NOBODY);
      out.push(found);
      if (found.speaker) here = found;
      return;
    }
    const { span, use } = piece;
    const speech = use === 'speech';
    enter(span.paragraph);
    if (use === 'title') {
      out.push(NOBODY);
      return;
    }
    const outer = span.depth > 0 ? holderOf(marked, span) : null;
    const cued =
      labelled(reading, resolver, labelOf.get(span.paragraph), span) ??
      signed(reading, resolver, span) ??
      byCue(reading, resolver, span, use, outer);
    if (span.depth > 0) {
      out.push(cued ?? NOBODY);
      return;
    }
    const fellBack =
      cued ??
      (span.continued && chain.length > 0 && out[chain[chain.length - 1]!]!.speaker
        ? carried(out[chain[chain.length - 1]!]!, 'sameParagraph', true)
        : speech
          ? fallback(span)
          : null) ??
      NOBODY;
    out.push(fellBack);
    if (fellBack.speaker && (speech || cued)) here = fellBack;
    if (!span.continued) chain = [];
    if (cued?.speaker) {
      for (const member of chain)
        if (!out[member]!.speaker || out[member]!.rule === 'paragraphBefore')
          out[member] = carried(cued, 'sameParagraph', true);
      chain = [];
    }
    chain.push(index);
  });
  return out;

  function fallback(span: MarkedSpan): Attributed | null {
    // The next turn is somebody else’s; the rest of a turn is not.
    if (span.dialogue) return here.speaker ? carried(here, 'sameParagraph', false) : null;
    const issued = announcedHere(reading, resolver, span);
    if (issued) return issued;
    if (here.speaker && isSentence(reading, span))
      return carried(here, 'sameParagraph', here.rule === 'sameParagraph' ? here.tight : here.rule !== 'indirect');
    const alone = isAlone(reading, span);
    if (!alone) return null;
    const below = signature(reading, span.paragraph + 1);
    if (below) return named(resolver, below);
    const announced = announcedBefore(reading, resolver, span.paragraph - 1);
    if (announced) return announced;
    return before.speaker && beforeParagraph === span.paragraph - 1 ? carried(before, 'paragraphBefore', false) : null;
  }
}

function paragraphOf(reading: Reading, token: number): number {
  return reading.scanned.sentences[reading.scanned.sentenceOf[token]!]!.paragraph;
}

function carried(from: Attributed, rule: SpeakerRule, tight: boolean): Attributed {
  return { speaker: from.speaker, cue: '', rule, tight, identified: from.identified, modality: 'said' };
}

/** By a label or a signature. */
function named(resolver: SpeakerResolver, phrase: NounPhrase): Attributed {
  const speaker = resolver.speakerOf(phrase);
  return {
    speaker: { ...speaker, name: properName(speaker.name) },
    cue: '',
    rule: 'label',
    tight: true,
    identified: true,
    modality: 'said',
  };
}

function labelled(
  reading: Reading,
  resolver: SpeakerResolver,
  line: LabelLine | undefined,
  span: MarkedSpan,
): Attributed | null {
  if (!line || span.depth > 0 || span.from !== line.label.from) return null;
  return named(resolver, line.label);
}

/** “…” ― Grace Hopper: a dash and a name behind a quotation close its paragraph. */
function signed(reading: Reading, resolver: SpeakerResolver, span: MarkedSpan): Attributed | null {
  const phrase = signatureBehind(reading, span.outerTo, reading.scanned.paragraphs[span.paragraph]!.to);
  return phrase && span.depth === 0 ? named(resolver, phrase) : null;
}

function byCue(
  reading: Reading,
  resolver: SpeakerResolver,
  span: MarkedSpan,
  use: Quote['use'],
  outer: MarkedSpan | null,
): Attributed | null {
  const found: Attribution | null = attributeByCue(reading, span, use, outer);
  // How often the cue beside a dialogue dash names the right one is not measured: medium.
  return found
    ? describe(reading, resolver, found.source, span.dialogue ? 'cueInSentence' : found.rule, found.tight)
    : null;
}

function describe(
  reading: Reading,
  resolver: SpeakerResolver,
  source: Source,
  rule: SpeakerRule,
  tight: boolean,
): Attributed {
  const { tokens } = reading;
  const cue =
    source.cueTo > source.cueFrom ? tokens.text.slice(tokens.start[source.cueFrom], tokens.end[source.cueTo - 1]) : '';
  return {
    speaker: resolver.resolve(source),
    cue,
    rule,
    tight,
    identified: source.phrase.kind !== 'pronoun',
    modality: reading.cueAt(source.cueFrom)?.modality ?? 'said',
  };
}

function holderOf(marked: readonly MarkedSpan[], span: MarkedSpan): MarkedSpan | null {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marked[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  // Nested spans follow their holder at once; the nearest one before that is less deep holds this one.
  for (let m = low - 1; m >= 0 && m >= low - 50; m--)
    if (marked[m]!.depth < span.depth && marked[m]!.end >= span.end) return marked[m]!;
  return null;
}

/** Does a sentence begin with the quotation, or in it? Words in the middle of the writer's own are nobody's without a cue. */
function isSentence({ tokens, scanned }: Reading, span: MarkedSpan): boolean {
  if (scanned.sentences[scanned.sentenceOf[span.outerFrom]!]!.from === span.outerFrom) return true;
  if (charAt(tokens.text, tokens.start[span.from]!) === Char.Upper) return true;
  return ',:;–—-'.includes(punctuationAt(tokens, span.outerFrom - 1) || ' ');
}

/** Does the paragraph hold nothing but quotations? */
function isAlone(reading: Reading, span: MarkedSpan): boolean {
  const { from, to } = reading.scanned.paragraphs[span.paragraph]!;
  if (span.outerFrom - from > 2) return false;
  for (let j = from; j < span.outerFrom; j++) if (reading.lower[j] !== '') return false;
  for (let j = span.outerTo; j < to && j < span.outerTo + 3; j++)
    if (reading.lower[j] !== '' && reading.quotedBy[j]! < 0) return false;
  return true;
}

/** The paragraph above announces who speaks. */
function announcedBefore(reading: Reading, resolver: SpeakerResolver, p: number): Attributed | null {
  const source = announcedBy(reading, p);
  return source ? describe(reading, resolver, source, 'before', false) : null;
}

/** The sentence before, in the paragraph, announces who speaks: “Brook issued a statement on Monday. “…”” */
function announcedHere(reading: Reading, resolver: SpeakerResolver, span: MarkedSpan): Attributed | null {
  const { sentences, sentenceOf } = reading.scanned;
  const own = sentenceOf[span.outerFrom]!;
  const before = sentences[own - 1];
  if (!before || sentences[own]!.from !== span.outerFrom || before.paragraph !== span.paragraph) return null;
  const source = issuer(reading, before);
  return source ? describe(reading, resolver, source, 'sameParagraph', false) : null;
}
