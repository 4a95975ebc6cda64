import type { ScannedText } from '../../text/scan';
import { Char, charAt } from '../../text/characters';
import { TokenKind } from '../../text/tokens';
import { foldedForm, formsOf, knownForm, LONGEST_FORM, type WordForm } from '../wordForms';
import { Lex, lexicon, type Phrase } from './lexicon';

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

/** A word form; every occurrence shares one, in this text and in others. */
export interface Word {
  readonly text: string;
  /** See {@link fold}. */
  readonly folded: string;
  readonly shape: Shape;
  /** Bits of `Lex`. */
  readonly flags: number;
  /** The listed names that it may begin, the longest first. */
  readonly phrases: readonly Phrase[];
  /** Written small it is a country or a capital all the same. */
  readonly smallPlace: boolean;
  /** How often this very form stands in the text number `countedIn`, the last one that has it. */
  count: number;
  countedIn: number;
}

const NO_PHRASES: readonly Phrase[] = [];
const NOTHING: Word = {
  text: '',
  folded: '',
  shape: Shape.None,
  flags: 0,
  phrases: NO_PHRASES,
  smallPlace: false,
  count: 0,
  countedIn: 0,
};

export interface DocumentWords {
  readonly forms: readonly WordForm[];
  /** The word of each token; one shared empty word for what is none. */
  readonly of: readonly Word[];
  /** The word of the text that is written so. To be asked before the next text is read. */
  readonly written: (form: string) => Word | undefined;
}

let texts = 0;

/** The words of a text; longer ones than `LONGEST_FORM` are noise (base64, keys) and are not read. */
export function readWords({ tokens }: ScannedText): DocumentWords {
  const forms = formsOf(tokens);
  const text = ++texts;
  const of = new Array<Word>(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    const form = forms[i]!;
    if (tokens.kind[i] !== TokenKind.Word || form.text.length > LONGEST_FORM) {
      of[i] = NOTHING;
      continue;
    }
    const word = (form.nameWord ??= newWord(form));
    if (word.countedIn !== text) {
      word.countedIn = text;
      word.count = 0;
    }
    word.count++;
    of[i] = word;
  }
  const written = (form: string): Word | undefined => {
    const word = knownForm(form)?.nameWord;
    return word?.countedIn === text ? word : undefined;
  };
  return { forms, of, written };
}

function newWord(form: WordForm): Word {
  const folded = foldedForm(form);
  const shape = shapeOf(form.text);
  const { flags, phrases, unmistakable } = lexicon();
  return {
    text: form.text,
    folded,
    shape,
    flags: flags.get(folded) ?? pluralFlags(folded, flags),
    phrases: (beginsListed(shape, folded) ? phrases.get(folded) : undefined) ?? NO_PHRASES,
    smallPlace: shape === Shape.Lower && unmistakable.has(folded),
    count: 0,
    countedIn: 0,
  };
}

/** A listed name has a capital, or begins with an article that is written small: al-Rashid, sub-Saharan. */
function beginsListed(shape: Shape, folded: string): boolean {
  return isCapitalShape(shape) || shape === Shape.Mixed || folded.startsWith('al') || folded === 'sub';
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
  return isCapitalShape(word.shape);
}

function isCapitalShape(shape: Shape): boolean {
  return shape >= Shape.Capital && shape <= Shape.Initial;
}
