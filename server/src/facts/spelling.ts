import data from './data/quoteWords.json';

const pairs = (list: string, between: string): [string, string][] =>
  list.split(between).map((entry) => entry.split(':') as [string, string]);

const SPELLINGS = new Map(pairs(data.spellings, ' '));
const CONTRACTIONS = new Map(pairs(data.contractions, ';').map(([from, to]) => [from, to.split(' ')]));
const CLITICS = new Map(pairs(data.clitics, ';'));
/** -our words whose American form has -or; a rule would turn “four” and “hour” too. */
const OUR =
  /^((?:be)?hav|behavi|col|fav|flav|hon|hum|lab|neighb|rum|tum|vap|vig|arm|harb|parl|savi|endeav|clam|dem|enam|fervo|glam|mist|od|ranc|rig|spl|succ|valo|cand)our/;
const DOUBLED =
  /^(travel|cancel|label|model|fuel|signal|counsel|level|marvel|quarrel|total|tunnel|channel|jewel|rival|equal|initial|dial)l(ed|ing|er|ers)$/;

/** A lower-case word in one spelling for British and American English, contractions written out: the words of a quotation as an ear hears them. */
export function foldedWords(lower: string): readonly string[] {
  const straight = lower.includes('’') || lower.includes('ʼ') ? lower.replace(/[’ʼ]/g, "'") : lower;
  const known = CONTRACTIONS.get(straight);
  if (known) return known;
  if (straight.endsWith("n't") && straight.length > 4) return [straight.slice(0, -3), 'not'];
  return [foldedSpelling(straight)];
}

/** What a clitic stands for: ’re are, ’ll will; ’s and ’d are themselves, for they stand for two words each. */
export function foldedClitic(lower: string): string {
  const bare = lower.replace(/^[’'ʼ´`]/, '');
  return CLITICS.get(bare) ?? bare;
}

function foldedSpelling(word: string): string {
  const known = SPELLINGS.get(word);
  if (known) return known;
  const plain = word.includes('.') ? word.replace(/\./g, '') : word;
  if (plain.length < 5 || plain.length > 24) return unaccented(plain);
  const z = plain
    .replace(/(is)(e|ed|es|ing|ation|ations|er|ers)$/, 'iz$2')
    .replace(/yse(d|s|r|rs)?$/, 'yze$1')
    .replace(/ysing$/, 'yzing');
  return unaccented(z.replace(OUR, '$1or').replace(DOUBLED, '$1$2'));
}

function unaccented(word: string): string {
  return /^[\x00-\x7f]*$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
}
