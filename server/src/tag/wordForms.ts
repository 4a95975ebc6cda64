import type { Tokens } from '../text/tokens';
import { fold } from './names/fold';
import type { Word } from './names/words';

/**
 * A token as it is written; every token of every text that is written so shares one. Behind the two strings stands what the stages of tagging found out
 * about the form alone, so that each asks once and not at every token: `UNREAD` or null until then.
 */
export interface WordForm {
  readonly text: string;
  readonly lower: string;
  /** Bits of the figures stage, see `figures/classes.ts`. */
  figureClasses: number;
  /** Bits of the quotes stage, see `quotes/classes.ts`. */
  quoteClasses: number;
  /** See `names/fold.ts`; asked for by {@link foldedForm}. */
  folded: string | null;
  nameWord: Word | null;
}

export const UNREAD = -1;

/** Longer tokens are addresses and noise, which hardly come again: each gets a form of its own. Every word that can be a part of a name is shorter. */
export const LONGEST_FORM = 40;
/** Where a text begins with more forms than this remembered, all are forgotten: many languages in a folder must not fill the memory. */
const MOST_FORMS = 1 << 15;

/** The forms by hash: open addressing with linear probing. */
let slots: (WordForm | undefined)[];
/** By slot, the form's hash and where its code units stand among `units`, their count first; 0 for an empty slot. */
let marks: Int32Array;
let units: Uint16Array;
let unitsUsed: number;
let held: number;
forgetAll();

function forgetAll(): void {
  slots = emptySlots(MOST_FORMS << 1);
  marks = new Int32Array(slots.length * 2);
  units = new Uint16Array(MOST_FORMS << 3);
  unitsUsed = 1;
  held = 0;
}

/** The form of each token. Kept for the text that was asked for last, as the stages ask one after the other. */
export function formsOf(tokens: Tokens): readonly WordForm[] {
  if (tokens === lastTokens) return lastForms;
  if (held > MOST_FORMS) forgetAll();
  const { text, start, end, count } = tokens;
  const forms = new Array<WordForm>(count);
  for (let i = 0; i < count; i++) forms[i] = formAt(text, start[i]!, end[i]!);
  lastTokens = tokens;
  lastForms = forms;
  return forms;
}

export function foldedForm(form: WordForm): string {
  return (form.folded ??= fold(form.lower));
}

let lastTokens: Tokens | null = null;
let lastForms: readonly WordForm[] = [];

/** Forgets the text that was asked for last, not the forms: a document that was closed must not be held. */
export function releaseForms(): void {
  lastTokens = null;
  lastForms = [];
}

/** The form that is written so, if a token of this or another text was. */
export function knownForm(text: string): WordForm | undefined {
  return text.length > LONGEST_FORM ? undefined : slots[slotOf(readUnits(text, 0, text.length))];
}

function formAt(text: string, from: number, to: number): WordForm {
  if (to - from > LONGEST_FORM) return newForm(text.slice(from, to));
  const hash = readUnits(text, from, to);
  const slot = slotOf(hash);
  return slots[slot] ?? remember(slot, hash, newForm(cut(text, from, to)));
}

/** The token that is looked for, as in `units`. A string's units are dear to read: each is read once. */
const wanted = new Uint16Array(LONGEST_FORM + 1);

/** A slice of its own: engines let a longer one keep the whole text alive that it is of, which a form outlives. */
function cut(text: string, from: number, to: number): string {
  const slice = text.slice(from, to);
  return slice.length < SHORTEST_SHARED ? slice : slice.split('').join('');
}

/** V8 copies what is shorter. */
const SHORTEST_SHARED = 13;

/** Puts a token into `wanted` and gives its hash: FNV-1a over the UTF-16 code units, whose high bits are the better ones. */
function readUnits(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  wanted[0] = to - from;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    wanted[i - from + 1] = unit;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/**
 * Where the wanted form is, or where it belongs. Nothing is cut out of the text for that: to cut each word out and to hash the fresh string, once a stage,
 * was a quarter of the time of tagging.
 */
function slotOf(hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const at = marks[slot * 2 + 1]!;
    if (at === 0 || (marks[slot * 2] === hash && isWanted(at))) return slot;
  }
}

function isWanted(at: number): boolean {
  for (let k = 0; k <= wanted[0]!; k++) if (units[at + k] !== wanted[k]) return false;
  return true;
}

function remember(slot: number, hash: number, form: WordForm): WordForm {
  const length = wanted[0]! + 1;
  if (unitsUsed + length > units.length) {
    const more = new Uint16Array(units.length * 2);
    more.set(units);
    units = more;
  }
  for (let k = 0; k < length; k++) units[unitsUsed + k] = wanted[k]!;
  put(slot, form, hash, unitsUsed);
  unitsUsed += length;
  if (++held > (slots.length >> 2) * 3) grow();
  return form;
}

function put(slot: number, form: WordForm, hash: number, at: number): void {
  slots[slot] = form;
  marks[slot * 2] = hash;
  marks[slot * 2 + 1] = at;
}

/** A text of a megabyte may hold more forms than a folder of usual ones. */
function grow(): void {
  const [forms, known] = [slots, marks];
  slots = emptySlots(forms.length << 1);
  marks = new Int32Array(slots.length * 2);
  forms.forEach((form, old) => {
    if (!form) return;
    const hash = known[old * 2]!;
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== undefined) slot = (slot + 1) & (slots.length - 1);
    put(slot, form, hash, known[old * 2 + 1]!);
  });
}

function emptySlots(count: number): (WordForm | undefined)[] {
  return new Array<WordForm | undefined>(count).fill(undefined);
}

function newForm(text: string): WordForm {
  const lower = text.toLowerCase();
  return {
    text,
    lower: lower === text ? text : lower,
    figureClasses: UNREAD,
    quoteClasses: UNREAD,
    folded: null,
    nameWord: null,
  };
}
