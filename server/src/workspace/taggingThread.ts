import type { Corrections } from '../tag/corrections';
import { tag } from '../tag/tag';
import { packDocument, unpacked } from './packedTags';
import type { TextToTag } from './taggers';

/** What a thread that tags is asked, and answers: plain data, for it is copied. */
export interface TaggingQuestion {
  readonly texts: readonly TextToTag[];
  readonly corrections: Corrections;
}

export type TaggingAnswer = readonly string[];

export function answerTagging({ texts, corrections }: TaggingQuestion): TaggingAnswer {
  return texts.map(({ text, format, tags }) => {
    const known = tags === null ? null : unpacked(tags, text, format);
    return packDocument(known ?? tag(text, format, corrections));
  });
}
