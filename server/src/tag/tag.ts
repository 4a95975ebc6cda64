import type { TextFormat } from '../text/markdown';
import { scan, type ScannedText } from '../text/scan';
import { SECTION_SIZES, type SectionSizes, sectionsOf } from '../text/sections';
import { type Corrections, noCorrections } from './corrections';
import { tagFigures } from './figures';
import { joinSections } from './joinSections';
import type { StoryDate, TaggedSection, TaggedText } from './model';
import { tagNames } from './names';
import { tagQuotes } from './quotes';
import { findStoryDate } from './storyDate';
import { releaseForms } from './wordForms';

/**
 * Tags one text. Total, deterministic, linear in the text; nothing but the text and what people said of names is consulted. A long text is
 * tagged section by section: see {@link tagAgain}.
 */
export function tag(text: string, format: TextFormat = 'plain', corrections: Corrections = noCorrections): TaggedText {
  return tagAgain(text, format, corrections, null);
}

/**
 * The same, faster where `before`, a text tagged with the same corrections, has sections in common with this one: an edit in a long text costs
 * what its section costs. Names, quotations and figures of a section are read as if it were a text by itself, of the day that the first
 * section tells, but that people are one throughout (`joinSections.ts`). So a speaker, or how dates and numbers are written, is not carried
 * over from one section to the next.
 */
export function tagAgain(
  text: string,
  format: TextFormat,
  corrections: Corrections,
  before: TaggedText | null,
  sizes: SectionSizes = SECTION_SIZES,
): TaggedText {
  const sections = sectionsOf(text, format, sizes);
  if (sections.length === 1) {
    const scanned = scan(text, format);
    return tagScanned(scanned, findStoryDate(scanned), corrections);
  }
  const known = new Map(before?.sections?.map((section) => [section.name, section]));
  let day: StoryDate | null = null;
  const read = sections.map((section) => {
    const { start, end, name, fence } = section;
    const own = text.slice(start, end);
    const earlier = known.get(name);
    if (earlier && isOf(earlier, own, format, fence) && (start === 0 || isOn(earlier, day))) {
      if (start === 0) day = earlier.alone.storyDate;
      return { ...section, alone: earlier.alone };
    }
    const scanned = scan(detached(own), format, start === 0 ? null : { fence });
    if (start === 0) day = findStoryDate(scanned);
    const date = start === 0 ? day : day && { ...day, span: NOWHERE };
    return { ...section, alone: tagScanned(scanned, date, corrections) };
  });
  return joinSections(text, format, read, before?.sections);
}

/** The span of a date that stands in another section. */
const NOWHERE = { start: 0, end: 0 };

function tagScanned(scanned: ScannedText, storyDate: StoryDate | null, corrections: Corrections): TaggedText {
  const { names, entities } = tagNames(scanned, corrections);
  const figures = tagFigures(scanned, names, storyDate);
  const quotes = tagQuotes(scanned, names, entities);
  releaseForms();
  return { scanned, storyDate, names, entities, quotes, figures };
}

function isOf(
  { alone: { scanned }, fence: open }: TaggedSection,
  text: string,
  format: TextFormat,
  fence: string | null,
): boolean {
  return open === fence && scanned.format === format && scanned.text === text;
}

function isOn({ alone: { storyDate } }: TaggedSection, date: StoryDate | null): boolean {
  return storyDate?.day === date?.day && storyDate?.evidence === date?.evidence;
}

/** A string of its own: a slice would keep alive the whole text that it is of, and each edit makes another. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
