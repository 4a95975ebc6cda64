import data from '../data/cues.json';
import type { Modality } from '../model';

/** A form of a verb of speech. */
export interface Cue {
  readonly lemma: string;
  readonly modality: Modality;
  /** May follow a quotation (“…,” she said); the others only introduce one. */
  readonly core: boolean;
  /** `base`: say; `finite`: says, said; `participle`: written; `gerund`: saying. */
  readonly form: 'base' | 'finite' | 'participle' | 'gerund';
  /** Takes a listener before what is said: told reporters that … */
  readonly listener: boolean;
  /** A clause may follow without “that”. */
  readonly bareClause: boolean;
  /** “that” behind it begins no report of what was said: continues to make parts that … */
  readonly noClause: boolean;
  /** “to” and a verb may follow: vowed to … */
  readonly infinitive: boolean;
}

const words = (list: string): string[] => list.split(' ');

const IRREGULAR = new Map(
  words(data.irregular).map((entry) => {
    const [lemma, forms] = entry.split(':');
    return [lemma!, forms!.split(',')] as const;
  }),
);

/** Base forms that are past forms too. */
const PAST_LIKE_BASE = new Set(['read', 'put', 'bet', 'hit', 'forecast', 'cast']);

const CUES = buildLexicon();

/** The cue that a lower-case word form is, or undefined. */
export function cueOf(lower: string): Cue | undefined {
  return CUES.get(lower);
}

function buildLexicon(): Map<string, Cue> {
  const listener = new Set(words(data.listener));
  const bareClause = new Set(words(data.bareClause));
  const infinitive = new Set(words(data.infinitive));
  const noClause = new Set(words(data.noClause));
  const lexicon = new Map<string, Cue>();
  const add = (groups: Record<string, string>, core: boolean): void => {
    for (const [modality, list] of Object.entries(groups)) {
      for (const lemma of words(list)) {
        for (const form of formsOf(lemma)) {
          if (lexicon.has(form)) continue;
          lexicon.set(form, {
            lemma,
            modality: modality as Modality,
            core,
            form:
              form === lemma
                ? PAST_LIKE_BASE.has(form)
                  ? 'finite'
                  : 'base'
                : form.endsWith('ing') && form.length > 4
                  ? 'gerund'
                  : form.endsWith('en') || form.endsWith('wn') || form === 'sung'
                    ? 'participle'
                    : 'finite',
            listener: listener.has(lemma),
            bareClause: bareClause.has(lemma),
            infinitive: infinitive.has(lemma),
            noClause: noClause.has(lemma),
          });
        }
      }
    }
  };
  add(data.core, true);
  add(data.wide, false);
  return lexicon;
}

function formsOf(lemma: string): string[] {
  const irregular = IRREGULAR.get(lemma);
  if (irregular) return [lemma, ...irregular];
  const third = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  if (lemma.endsWith('e')) return [lemma, third, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  if (/^[^aeiou]*[aeiou][bdglmnprt]$/.test(lemma)) {
    const doubled = lemma + lemma[lemma.length - 1]!;
    return [lemma, third, `${doubled}ed`, `${doubled}ing`];
  }
  return [lemma, third, `${lemma}ed`, `${lemma}ing`];
}
