import type { ScannedText } from '../../text/scan';
import { TokenKind } from '../../text/tokens';
import { foldedForm } from '../wordForms';
import { fold } from './fold';
import { Lex, type Phrase } from './lexicon';
import { isCapital, readWords, Shape, type DocumentWords, type Word } from './words';

export const enum Setting {
  Prose = 0,
  /** A headline: every word has its capital, so a capital says nothing. */
  TitleCase = 1,
  AllCaps = 2,
}

/** A document as the stages of name finding read it. */
export interface Reading extends DocumentWords {
  readonly scanned: ScannedText;
  /** By sentence, a `Setting`. */
  readonly setting: Uint8Array;
  /** By token: 1 where the capital of the word is due to its place (head of a sentence, behind an opening mark). */
  readonly weak: Uint8Array;
  /** How often the word stands in the document in small letters. */
  lowerCount(word: Word): number;
}

export function read(scanned: ScannedText): Reading {
  const words = readWords(scanned);
  const { tokens, sentences, paragraphs } = scanned;
  const setting = new Uint8Array(sentences.length);
  const weak = new Uint8Array(tokens.count);
  for (let s = 0; s < sentences.length; s++) {
    const { from, to, paragraph } = sentences[s]!;
    setting[s] = settingOf(words, from, to, paragraphs[paragraph]!.kind !== 'prose');
    let head = true;
    for (let i = from; i < to; i++) {
      if (tokens.kind[i] === TokenKind.Word) {
        if (head) weak[i] = 1;
        head = false;
      } else if (tokens.kind[i] === TokenKind.Punctuation) {
        const c = scanned.text[tokens.start[i]!]!;
        if (c === ',') continue;
        if ('“”"‘«:;•·*|–—…'.includes(c) || ('.!?'.includes(c) && i + 1 < to)) head = true;
        else if ((c === "'" || c === '-') && !tokens.glued[i]) head = true;
      } else if (tokens.kind[i] === TokenKind.Number && i === from) {
        head = true;
      }
    }
  }
  return {
    ...words,
    scanned,
    setting,
    weak,
    lowerCount: (word) => words.written(word.text.toLowerCase())?.count ?? 0,
  };
}

function settingOf({ of }: DocumentWords, from: number, to: number, headline: boolean): Setting {
  let content = 0;
  let capitals = 0;
  let allCaps = 0;
  let small = 0;
  let smallWords = 0;
  for (let i = from; i < to; i++) {
    const word = of[i]!;
    if (word.shape === Shape.Lower) small++;
    // “… Sophisticated With A British …”: prose writes these small behind a word.
    if (i > from && word.shape === Shape.Capital && word.flags & Lex.Function && of[i - 1]!.shape !== Shape.None)
      smallWords++;
    if (word.text.length < 4 || word.shape === Shape.None || word.shape === Shape.Caseless) continue;
    content++;
    if (word.shape === Shape.AllCaps) allCaps++;
    if (isCapital(word)) capitals++;
  }
  if (allCaps >= 3 && allCaps >= 0.7 * content) return Setting.AllCaps;
  if (headline && allCaps >= 1 && allCaps === content && small === 0) return Setting.AllCaps;
  const titled = headline
    ? content >= 4 && capitals >= 0.8 * content
    : content >= 5 && capitals === content && smallWords > 0;
  return titled ? Setting.TitleCase : Setting.Prose;
}

/** The longest listed name that begins at a token and ends before `to`, with its end, or null. */
export function phraseAt(reading: Reading, at: number, to: number): { phrase: Phrase; end: number } | null {
  if (at >= to) return null;
  const first = reading.of[at]!;
  for (const phrase of first.phrases) {
    const end = at + phrase.words.length;
    if (end > to) continue;
    if (phrase.exact !== '' && phrase.exact.replaceAll('.', '') !== first.text.replaceAll('.', '')) continue;
    let same = true;
    for (let k = 1; k < phrase.words.length && same; k++) same = foldedAt(reading, at + k) === phrase.words[k];
    if (same) return { phrase, end };
  }
  return null;
}

/** Of a token that is no word (an address, a key) no more is read. */
const LONGEST_SIGN = 8;

/** The folded text of a token of any kind; '' outside the text. */
export function foldedAt(reading: Reading, i: number): string {
  const word = reading.of[i];
  if (word === undefined) return '';
  if (word.shape !== Shape.None) return word.folded;
  const form = reading.forms[i]!;
  return form.text.length > LONGEST_SIGN ? fold(form.text.slice(0, LONGEST_SIGN)) : foldedForm(form);
}

export function charOf(reading: Reading, i: number): string {
  const { tokens, text } = reading.scanned;
  if (i < 0 || i >= tokens.count || tokens.kind[i] !== TokenKind.Punctuation) return '';
  return text[tokens.start[i]!]!;
}

export function has(reading: Reading, i: number, flags: number): boolean {
  return i >= 0 && i < reading.of.length && (reading.of[i]!.flags & flags) !== 0;
}

/** The folded word at a token of the same sentence, or ''. */
export function wordAt(reading: Reading, i: number, sentence: number): string {
  return i >= 0 && i < reading.of.length && reading.scanned.sentenceOf[i] === sentence ? reading.of[i]!.folded : '';
}
