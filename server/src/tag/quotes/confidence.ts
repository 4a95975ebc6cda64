import type { Confidence, SpeakerRule } from '../model';

/** What the confidence of a speaker rests on. */
export interface Evidence {
  readonly rule: SpeakerRule;
  /** Nothing stands between the speaker, the cue and the quotation but adverbs and auxiliaries; of a speaker carried over: the one before was a quotation's. */
  readonly tight: boolean;
  /** The speaker is named or described there; false for a pronoun: whom it means was right in 39 of 45 read by hand. */
  readonly identified: boolean;
}

/**
 * How sure a speaker is: high for the patterns that name the right one in 95 of 100 quotations or more, medium from 75, low for the rest and for those too
 * rare to tell. Measured on the PolNeAR development articles, where the speaker is named there (`evaluate.py quotes`, 21 November 2026):
 *
 *   after, tight              428 of 437   98 %   high    “…,” Brook said
 *   after, not tight           46 of 47    98 %   high    “…,” Brook, who led the council, said
 *   afterInverted             195 of 205   95 %   high    “…,” said Brook
 *   before, tight             108 of 111   97 %   high    Brook said: “…”
 *   before, not tight         126 of 140   90 %   medium  Brook left on Monday, saying in a letter that “…”
 *   label                      26 of 29    90 %   high    BROOK: …; the three are one transcript whose annotators took “partial transcript” for the speaker
 *   sameParagraph, tight      330 of 340   97 %   high    “…,” Brook said. “…”
 *   sameParagraph, not tight    9 of 11    82 %   medium  Brook said that … . “…”
 *   accordingTo                 4 of 5     80 %   medium  according to Brook, “…”
 *   cueInSentence               3 of 3            medium  … “…” that may help, said Brook
 *   paragraphBefore            13 of 14    93 %   low     a paragraph of its own: too few to tell, and where it is wrong it is badly wrong
 *   indirect, tight           734 of 770   95 %   high    Brook said that …
 *   indirect, not tight       420 of 456   92 %   medium  (these two with pronouns)
 */
export function confidenceOf({ rule, tight, identified }: Evidence): Confidence {
  switch (rule) {
    case 'label':
    case 'after':
    case 'afterInverted':
      return identified ? 'high' : 'medium';
    case 'before':
    case 'indirect':
    case 'sameParagraph':
      return tight && identified ? 'high' : 'medium';
    case 'accordingTo':
    case 'cueInSentence':
      return 'medium';
    default:
      return 'low';
  }
}
