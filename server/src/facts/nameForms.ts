import { fold } from '../tag/names/fold';
import { Lex, lexicon } from '../tag/names/lexicon';

/** The words by which a name may be known in part: not the small ones, nor what many names have. */
export function tellingWords(name: string): string[] {
  const { flags } = lexicon();
  const common = Lex.Function | Lex.OrgSuffix | Lex.OrgHead | Lex.PlaceHead | Lex.Common | Lex.Given;
  return fold(name)
    .split(/[\s-]+/)
    .filter((word) => word.length > 2 && !((flags.get(word) ?? 0) & common));
}

/** Does a name say more than another of the same person or thing? */
export function isFuller(a: string, b: string): boolean {
  if (b === '') return true;
  const shouting = (s: string): boolean => s.length > 5 && s === s.toUpperCase();
  if (shouting(a) !== shouting(b)) return shouting(b);
  const words = a.split(' ').length - b.split(' ').length;
  return words > 0 || (words === 0 && (a.length > b.length || (a.length === b.length && a < b)));
}
