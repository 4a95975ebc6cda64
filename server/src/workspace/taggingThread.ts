import type { Corrections } from '../tag/corrections';
import { tag } from '../tag/tag';
import { type PackedDocument, packDocument } from './packedTags';
import type { Squeeze } from './squeeze';
import type { TextToTag } from './taggers';

/** What a thread that tags is asked, and answers: plain data, for it is copied. */
export interface TaggingQuestion {
  readonly texts: readonly TextToTag[];
  readonly corrections: Corrections;
}

export type TaggingAnswer = readonly PackedDocument[];

export function answerTagging({ texts, corrections }: TaggingQuestion, squeeze: Squeeze): TaggingAnswer {
  return texts.map(({ text, format }) => packDocument(tag(text, format, corrections), squeeze));
}
