import type { ScannedText } from '../../text/scan';
import { Char, charAt } from '../../text/characters';
import { TokenKind } from '../../text/tokens';
import { fold } from './fold';
import { Lex, lexicon } from './lexicon';

export const enum Shape {
  /** Punctuation, numbers, addresses. */
  None = 0,
  Lower = 1,
  Capital = 2,
  /** Two capitals or more and no small letter: `NATO`, `PUTIN`, `U.S.` */
  AllCaps = 3,
  /** One capital, with or without a stop: `V.` */
  Initial = 4,
  /** A script without case. */
  Caseless = 5,
  /** A small letter first and capitals later: `iPhone`, `eBay`. */
  Mixed = 6,
}

/** A word form of the document; every occurrence shares one. */
export interface Word {
  readonly text: string;
  /** See {@link fold}. */
  readonly folded: string;
  readonly shape: Shape;
  /** Bits of `Lex`. */
  readonly flags: number;
  /** How often this very form stands in the text. */
  count: number;
}

const NOTHING: Word = { text: '', folded: '', shape: Shape.None, flags: 0, count: 0 };

export interface DocumentWords {
  /** The word of each token; one shared empty word for what is none. */
  readonly of: readonly Word[];
  /** By form as written. */
  readonly forms: ReadonlyMap<string, Word>;
}

/** The longest word that can be a part of a name: longer ones are noise (base64, keys) and are not read. */
const LONGEST_WORD = 40;

export function readWords(scanned: ScannedText): DocumentWords {
  const { tokens, text } = scanned;
  const { flags } = lexicon();
  const forms = new Map<string, Word>();
  const of: Word[] = new Array<Word>(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i]!;
    const end = tokens.end[i]!;
    if (tokens.kind[i] !== TokenKind.Word || end - start > LONGEST_WORD) {
      of[i] = NOTHING;
      continue;
    }
    const form = text.slice(start, end);
    let word = forms.get(form);
    if (word === undefined) {
      const folded = fold(form);
      word = {
        text: form,
        folded,
        shape: shapeOf(form),
        flags: flags.get(folded) ?? pluralFlags(folded, flags),
        count: 0,
      };
      forms.set(form, word);
    }
    word.count++;
    of[i] = word;
  }
  return { of, forms };
}

/** Reporters, engineers: the plural of a listed common noun is one too. */
function pluralFlags(folded: string, flags: ReadonlyMap<string, number>): number {
  if (folded.length < 5 || !folded.endsWith('s')) return 0;
  return (flags.get(folded.slice(0, -1)) ?? 0) & (Lex.Common | Lex.Office) &&
    !((flags.get(folded.slice(0, -1)) ?? 0) & (Lex.Given | Lex.Surname))
    ? Lex.Common
    : 0;
}

function shapeOf(form: string): Shape {
  let upper = 0;
  let lower = 0;
  let caseless = 0;
  for (let i = 0; i < form.length; i++) {
    const c = charAt(form, i);
    if (c === Char.Upper) upper++;
    else if (c === Char.Lower) lower++;
    else if (c === Char.Letter) caseless++;
  }
  const first = charAt(form, 0);
  if (upper === 0) return lower > 0 ? Shape.Lower : caseless > 0 ? Shape.Caseless : Shape.None;
  if (lower === 0) return upper === 1 ? Shape.Initial : Shape.AllCaps;
  // U.N.s, MPs: small letters behind two capitals
  if (first !== Char.Upper)
    return upper > 0 && (form.startsWith("d'") || form.startsWith('d’')) ? Shape.Capital : Shape.Mixed;
  return Shape.Capital;
}

export function isCapital(word: Word): boolean {
  return word.shape === Shape.Capital || word.shape === Shape.AllCaps || word.shape === Shape.Initial;
}
