import { Lex } from './lexicon';
import { initialsOf } from './initials';
import { Kind, type Candidate } from './model';
import type { Reading } from './reading';
import { transliterationKey } from './spelling';
import { Shape } from './words';

export interface Decision {
  readonly kind: Kind;
  readonly score: number;
  /** Another kind is nearly as likely, or nothing says much for this one. */
  readonly tentative: boolean;
}

/** A form of the document with what its words say for it, and where it stands. */
export interface Form {
  readonly words: readonly string[];
  readonly candidates: Candidate[];
  readonly lexical: [number, number, number, number];
  readonly context: [number, number, number, number];
  firm: number;
  weak: number;
}

const ENOUGH = 1;
/** Less will do where the capital alone says that it is a name. */
const ENOUGH_FIRM = 0.8;
/** The evidence, and its lead over the next kind, from which on other documents are not asked. */
const SURE = 2.5;
const SURE_BY = 1.2;
const MOST_CONTEXT = 5;

/** The forms of the candidates, by key, in the order of the text. */
export function formsOf(candidates: readonly Candidate[]): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const c of candidates) {
    let form = forms.get(c.key);
    if (!form) {
      const [person, organization, place, other] = c.lexical;
      form = {
        words: c.key.split(' '),
        candidates: [],
        lexical: [person, organization, place, other],
        context: [0, 0, 0, 0],
        firm: 0,
        weak: 0,
      };
      forms.set(c.key, form);
    }
    form.candidates.push(c);
    for (let k = 0; k < 4; k++) form.lexical[k] = Math.max(form.lexical[k]!, c.lexical[k]!);
    if (c.weak) form.weak++;
    else form.firm++;
  }
  return forms;
}

function sumContext({ candidates, context }: Form): void {
  context.fill(0);
  for (const c of candidates) for (let k = 0; k < 4; k++) context[k]! += c.context[k]!;
}

/**
 * What each form of the document names, by a vote of all its occurrences: what a name is in one place it is in the others.
 * A form that only ever stands where any word has a capital needs more than a lone occurrence with nothing said for it.
 */
export function decide(reading: Reading, forms: ReadonlyMap<string, Form>): Map<string, Decision> {
  forms.forEach(sumContext);
  const parts = supportOfParts(forms);
  const out = new Map<string, Decision>();
  for (const [key, form] of forms) {
    const total: [number, number, number, number] = [0, 0, 0, 0];
    const n = form.firm + form.weak;
    const support = form.words.length === 1 ? (parts.get(key) ?? parts.get(spelledAs(key))) : undefined;
    for (let k = 0; k < 4; k++) {
      const context = form.context[k]!;
      // Many occurrences say more than one, but an average that is low stays low.
      const scaled = (context / n) * Math.min(n, 3) * 0.7;
      total[k] =
        form.lexical[k]! +
        Math.max(-MOST_CONTEXT, Math.min(MOST_CONTEXT, n === 1 ? context : scaled)) +
        (support?.[k] ?? 0);
    }
    let best = Kind.Person;
    for (const k of [Kind.Organization, Kind.Place, Kind.Other] as const) if (total[k] > total[best]) best = k;
    if (total[best] < (form.firm > 0 ? ENOUGH_FIRM : ENOUGH)) continue;
    if (form.firm === 0 && !isHeldUp(reading, key, form, total[best], support !== undefined)) continue;
    let second = -Infinity;
    for (let k = 0; k < 4; k++) if (k !== (best as number)) second = Math.max(second, total[k]!);
    out.set(key, { kind: best, score: total[best], tentative: total[best] < SURE || total[best] - second < SURE_BY });
  }
  return out;
}

/** A single word that stands only at heads of sentences and in headlines: is it a name all the same? */
function isHeldUp(reading: Reading, key: string, form: Form, score: number, supported: boolean): boolean {
  if (supported || score >= 3.5) return true;
  const lower = reading.written(key)?.count ?? 0;
  if (lower > 0) return false;
  const word = wordOf(reading, key);
  if (word && word.flags & (Lex.Common | Lex.Department | Lex.Function | Lex.Speech)) return score >= 2.5;
  if (/(?:ing|ly|ed|tion|ness|ment|ism|ies)$/.test(key)) return score >= 2.5;
  return score >= (word?.shape === Shape.AllCaps ? 2 : 1.6);
}

function wordOf(reading: Reading, key: string): { flags: number; shape: Shape } | undefined {
  return reading.written(key.charAt(0).toUpperCase() + key.slice(1)) ?? reading.written(key.toUpperCase());
}

/** Under what other spellings of a part are found; a key that no word can be. */
function spelledAs(part: string): string {
  return part.length < 6 ? part : `~${transliterationKey(part)}`;
}

/** What longer names say for their parts: the last word of a person's name is that person's. */
function supportOfParts(forms: ReadonlyMap<string, Form>): Map<string, [number, number, number, number]> {
  const parts = new Map<string, [number, number, number, number]>();
  const give = (word: string, kind: Kind, weight: number): void => {
    let held = parts.get(word);
    if (!held) parts.set(word, (held = [0, 0, 0, 0]));
    held[kind] = Math.max(held[kind], weight);
  };
  for (const form of forms.values()) {
    const { words, lexical, context } = form;
    if (words.length < 2) continue;
    const totals = lexical.map((x, k) => x + Math.max(-2, Math.min(2, context[k]!)));
    let best = 0;
    for (let k = 1; k < 4; k++) if (totals[k]! > totals[best]!) best = k;
    if (totals[best]! < ENOUGH) continue;
    if (best === Kind.Person) {
      const strength = totals[best]! >= 2.5 ? 1 : 0.6;
      give(words[words.length - 1]!, Kind.Person, 3 * strength);
      give(spelledAs(words[words.length - 1]!), Kind.Person, 2 * strength);
      for (let k = 0; k < words.length - 1; k++) if (words[k]!.length > 2) give(words[k]!, Kind.Person, 1.8 * strength);
      continue;
    }
    // What the letters stand for decides what they name.
    const letters = initialsOf(words);
    if (letters.length > 2) give(letters, best, totals[best]! >= 2.5 ? 2.5 : 1);
    if (best === Kind.Organization) {
      give(words[0]!, Kind.Organization, 1);
    } else if (best === Kind.Place) {
      give(words[0]!, Kind.Place, 1);
    }
  }
  return parts;
}
