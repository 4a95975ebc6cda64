import type { EntityType } from './model';
import { fold } from './names/fold';

/** What a person said a form of a name is; `none` for no name at all. */
export type NameReading = Exclude<EntityType, 'other'> | 'none';

/** What was said of the forms of names, by `formKey`. It holds for every mention that is written so. */
export type Corrections = ReadonlyMap<string, NameReading>;

export const noCorrections: Corrections = new Map();

/** A form for comparison: without case, diacritics and the choice of spaces. Never an offset. */
export function formKey(written: string): string {
  return fold(written).replace(/\s+/g, ' ').trim();
}

/** The keys of what is corrected in one and not, or otherwise, in the other. */
export function changedForms(before: Corrections, after: Corrections): string[] {
  const changed = [...after].filter(([key, reading]) => before.get(key) !== reading).map(([key]) => key);
  for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  return changed;
}

/** Can one of the forms, given by their keys, stand in the text? One fold of the text, then a search for each form. */
export function mayHold(text: string, keys: readonly string[]): boolean {
  if (keys.length === 0) return false;
  const folded = formKey(text);
  return keys.some((key) => folded.includes(key));
}
