import type { TaggedText } from '../tag/model';
import { type EntityFacts, entityFactsOf } from './entityFacts';
import { packPlaces } from './mentionPlaces';
import { type OrderClaim, orderClaimsOf } from './order/orderClaims';
import type { SlipInSentence } from './slips/model';
import { slipsOf } from './slips/slips';
import { scan } from '../text/scan';
import type { Section } from '../text/sections';
import type { PackedFigures } from './packedFigures';
import { type StatedFigures, statedFigures } from './statedFigures';
import { type Utterance, utterancesOf } from './utterances';

/**
 * What the index keeps of a document: plain data that goes through JSON and between threads unchanged, a fraction of the size of the tagged
 * text. All that is found and linked across documents comes from it; the tagged text is for the words that a message quotes.
 */
export interface DocumentFacts {
  /** Where its mentions stand: see `placesIn`. */
  readonly places: string;
  readonly figures: StatedFigures;
  /** By index of the text's `entities`. */
  readonly entities: readonly EntityFacts[];
  readonly utterances: readonly Utterance[];
  readonly order: readonly OrderClaim[];
  readonly slips: readonly SlipInSentence[];
  /** Of a long text, those of its sections, and none of the whole: see `sectionedIndex.ts`. */
  readonly sections?: readonly SectionFacts[];
}

/** The same, with figures that may have been packed elsewhere. */
export interface IndexedFacts extends Omit<DocumentFacts, 'figures'> {
  readonly figures: StatedFigures | PackedFigures;
}

export interface SectionFacts extends Pick<Section, 'name' | 'start' | 'end'> {
  /** All offsets from the start of the section. */
  readonly facts: DocumentFacts;
}

/** Pure, total and linear in the text. */
export function factsOf(tagged: TaggedText): DocumentFacts {
  if (tagged.sections) {
    const sections = tagged.sections.map(({ name, start, end, tagged: own }) => ({
      name,
      start,
      end,
      facts: factsOf(own),
    }));
    const nothing: TaggedText = {
      scanned: scan(''),
      storyDate: null,
      names: [],
      entities: [],
      quotes: [],
      figures: [],
    };
    return { ...factsOf(nothing), sections };
  }
  const figures = statedFigures(tagged);
  return {
    places: packPlaces(tagged),
    figures,
    entities: entityFactsOf(tagged),
    utterances: utterancesOf(tagged),
    order: orderClaimsOf(tagged),
    slips: slipsOf(tagged, figures.claims),
  };
}
