import { fold } from '../tag/names/fold';
import { sameFamilyName } from '../tag/names/spelling';

const between = /([\s\-‐‑]+)/;

/**
 * How each form of a name is written once one of its forms is: with “Volodymyr Zelensky” renamed to “Volodymyr Zelenskyy”, the surname
 * alone changes too, “V. Zelensky” is “V. Zelenskyy”, and a form that shares no word with the renamed one (“the U.S.”, a nickname)
 * stays. Other spellings of the family name become the new one. Words in capitals stay in capitals. Where the new name has more or fewer words, its first stands for the first and its last
 * for the last: what is between them has no counterpart.
 */
export function formRenamer(oldName: string, newName: string, type: string): (form: string) => string {
  const old = wordsOf(oldName);
  const wanted = wordsOf(newName);
  const changed = new Map<string, string>();
  const pair = (from: string, to: string): void => {
    if (from !== to) changed.set(fold(from), to);
  };
  const person = type === 'person';
  if (old.length === wanted.length) old.forEach((word, i) => pair(word, wanted[i]!));
  else if (person) {
    if (old.length > 1 && wanted.length > 1) pair(old[0]!, wanted[0]!);
    pair(old[old.length - 1]!, wanted[wanted.length - 1]!);
  }
  const whole = fold(oldName);
  const given = old.length > 1 ? fold(old[0]!) : '';
  const family = fold(old[old.length - 1]!);

  function wordFor(written: string, isInitial: boolean): string {
    const word = fold(written);
    const to = changed.get(word);
    if (to !== undefined) return isShouted(written) ? to.toUpperCase() : to;
    if (!person) return written;
    const newGiven = changed.get(given);
    if (isInitial && newGiven !== undefined && word.charAt(0) === given.charAt(0))
      return newGiven.charAt(0) + written.slice(1);
    // Another spelling of the same family name is to be written the new way too.
    const newFamily = changed.get(family);
    const variant = newFamily !== undefined && word !== family && sameFamilyName(word, family);
    return variant ? (isShouted(written) ? newFamily.toUpperCase() : newFamily) : written;
  }

  return (form) => {
    if (fold(form.replace(/\s+/g, ' ')) === whole)
      return isShouted(form) && !isShouted(oldName) ? newName.toUpperCase() : newName;
    const pieces = form.split(between);
    return pieces
      .map((piece, i) => (i % 2 === 1 ? piece : wordFor(piece, i === 0 && /^\p{Lu}\.?$/u.test(piece))))
      .join('');
  };
}

function wordsOf(name: string): string[] {
  return name.split(between).filter((_, i) => i % 2 === 0);
}

/** In capitals throughout, and no mere initial or acronym. */
function isShouted(words: string): boolean {
  return words.length > 4 && words === words.toUpperCase() && words !== words.toLowerCase();
}
