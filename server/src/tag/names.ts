import type { ScannedText } from '../text/scan';
import { type Corrections, noCorrections } from './corrections';
import type { Entity, NameMention } from './model';
import { chunkEnd } from './names/chunks';
import { weighContext } from './names/context';
import { corrected } from './names/corrected';
import { decide, formsOf } from './names/decide';
import { withoutHeadlines } from './names/aloneLines';
import { headlineNames, type Found } from './names/headlines';
import { linkEntities } from './names/entities';
import { weighLabels } from './names/labels';
import { weighLists } from './names/lists';
import { decideMisspelled } from './names/misspelled';
import { Kind, type Candidate } from './names/model';
import { withNickname } from './names/nicknames';
import { phraseAt, read, Setting, type Reading } from './names/reading';
import { segment } from './names/segments';
import { smallPlaces } from './names/smallPlaces';
import { withArticles } from './names/theWord';
import { isCapital, Shape } from './names/words';

/**
 * The people, organizations and places that a text names. Mentions are ascending and disjoint; a title before a name is not in its
 * span (`titleStart` says where it begins). Linear: a run of capitals is bounded, and every stage passes over it once.
 * What `corrections` say of a form overrules what its words and neighbours do.
 */
export function tagNames(
  scanned: ScannedText,
  corrections: Corrections = noCorrections,
): { names: NameMention[]; entities: Entity[] } {
  const reading = read(scanned);
  const candidates = candidatesOf(reading);
  weighLabels(reading, candidates);
  const forms = formsOf(candidates);
  weighLists(reading, candidates, decide(reading, forms));
  const decisions = decide(reading, forms);
  const respelled = decideMisspelled(reading, candidates, decisions);
  const inText: Found[] = [];
  for (const { key, from, to, titleFrom } of candidates) {
    const decision = decisions.get(key);
    // A lone word that names neither person, organization nor place is seldom a name at all.
    if (decision === undefined || (decision.kind === Kind.Other && to - from === 1)) continue;
    inText.push({ from, to, titleFrom, kind: decision.kind, tentative: decision.tentative });
  }
  const found = withoutHeadlines(reading, inText);
  found.push(...headlineNames(reading, found), ...smallPlaces(reading));
  found.sort((a, b) => a.from - b.from);
  return linkEntities(reading, corrected(reading, withArticles(reading, found), corrections), respelled);
}

function candidatesOf(reading: Reading): Candidate[] {
  const { of, scanned, setting } = reading;
  const out: Candidate[] = [];
  let previous: Candidate | undefined;
  for (let s = 0; s < scanned.sentences.length; s++) {
    if (setting[s] !== Setting.Prose) continue;
    const { from, to } = scanned.sentences[s]!;
    for (let i = from; i < to;) {
      const word = of[i]!;
      if (
        !isCapital(word) &&
        !((word.shape === Shape.Mixed || word.folded === 'al' || word.folded === 'sub') && phraseAt(reading, i, to))
      ) {
        i++;
        continue;
      }
      const end = chunkEnd(reading, i, to);
      const first = out.length;
      segment(reading, i, end, out);
      const last = out[out.length - 1];
      const nicknamed = out.length > first && last!.to === end ? withNickname(reading, last!, to) : null;
      if (nicknamed) out[out.length - 1] = nicknamed;
      for (let k = first; k < out.length; k++) {
        weighContext(reading, out[k]!, previous);
        previous = out[k];
      }
      i = nicknamed?.to ?? end;
    }
  }
  return out;
}
