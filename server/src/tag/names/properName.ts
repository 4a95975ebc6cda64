import { fold } from './fold';
import { Lex, lexicon } from './lexicon';

/** A numeral behind a ruler’s name, or initials written as one word. */
const KEPT = /^(?:[IVX]+|[^AEIOUYÀ-Ý]{2,3})$/;

/**
 * A person's name of which the text has nothing but capitals, as in the labels of a transcript, the way names are written: “Mara de la Voss”
 * for “MARA DE LA VOSS”. Any other name, and a single word, which may be an acronym, is as it was.
 */
export function properName(name: string): string {
  if (!name.includes(' ') || !isShouted(name)) return name;
  const { flags } = lexicon();
  const end = name.length;
  return name.replace(/\p{Lu}[\p{L}\p{M}]*/gu, (word, at: number) => {
    const inside = at > 0 && at + word.length < end;
    if (inside && (flags.get(fold(word)) ?? 0) & Lex.Particle) return word.toLowerCase();
    if (at > 0 ? KEPT.test(word) : /^[^AEIOUYÀ-Ý]{2}$/.test(word)) return word;
    const scottish = /^MC\p{L}{3}/iu.test(word);
    const head = scottish ? `Mc${word.charAt(2)}` : word.charAt(0);
    return head + word.slice(head.length).toLowerCase();
  });
}

/** “McDONALD” is capitals too. */
function isShouted(name: string): boolean {
  const capitals = name.replace(/Mc(?=\p{Lu})/gu, 'MC');
  return capitals === capitals.toUpperCase() && capitals !== capitals.toLowerCase();
}
