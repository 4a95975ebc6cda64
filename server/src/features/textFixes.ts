import { type Finding, type Statement, textOf } from '../facts/model';
import type { Figure, Quote, TaggedText } from '../tag/model';
import { fileName } from '../text/fileName';
import { oneLine } from '../text/oneLine';
import { lastStartingAtOrBefore, type Span, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { inQuotes } from './decisionsInWords';
import { figureInStyle } from './figureInStyle';
import { quoteAround } from './quoteAround';
import { type Replacement, rewordingOf } from './rewording';
import { statementReading } from './statementReading';

/** A change to the text of the document that a finding stands in. */
export interface TextFix {
  readonly title: string;
  readonly replacements: readonly Replacement[];
  /** Safe to be done unasked: in a draft, with all sources of one mind. */
  readonly preferred: boolean;
}

const mostOffered = 3;

/** What could be written instead, so that the finding is gone. Nothing here changes a meaning that the other side does not have. */
export function textFixesOf(sources: Sources, finding: Finding): TextFix[] {
  const document = sources.index.document(finding.document);
  if (!document) return [];
  switch (finding.code) {
    case 'conflicting-figure':
    case 'conflicting-date':
      return [...otherValues(sources, finding, document.draft), ...attributions(sources, finding, document.draft)];
    case 'quote-wording':
      return otherWordings(sources, finding, document.draft);
    case 'quote-speaker':
      return otherSpeakers(sources, finding);
    case 'name-spelling':
      return usualSpellings(sources, finding);
    case 'unsupported-figure':
      return lostHedges(sources, finding);
    default:
      return [];
  }
}

function otherValues(sources: Sources, finding: Finding, draft: boolean): TextFix[] {
  const here = sources.index.document(finding.document)!.tagged;
  const ours = figureAt(here, finding);
  if (!ours || ours.resolution === 'story') return []; // “on Thursday” is no date to write another in the place of
  const written = spanText(here.scanned.text, ours);
  const values = new Map<string, Statement>();
  for (const statement of finding.related) {
    const there = sources.index.document(statement.document)?.tagged;
    const theirs = there && figureAt(there, statement);
    if (!theirs || theirs.resolution === 'story') continue;
    const value = figureInStyle(ours, written, theirs, oneLine(spanText(there.scanned.text, theirs)));
    if (value !== written && !values.has(value)) values.set(value, statement);
  }
  return [...values].slice(0, mostOffered).map(([newText, { document }]) => ({
    title: `Change to ${inQuotes(newText)} as in ${nameOf(sources, document)}`,
    replacements: [{ start: ours.start, end: ours.end, newText }],
    preferred: draft && values.size === 1,
  }));
}

/** In a draft, where the sources disagree: says who states the draft's own figure, at the end of its sentence. */
function attributions(sources: Sources, finding: Finding, draft: boolean): TextFix[] {
  const here = sources.index.document(finding.document)!.tagged;
  const ours = statementReading(here, finding);
  const { sentences, text } = here.scanned;
  const sentence = sentences[lastStartingAtOrBefore(sentences, finding.start)];
  if (!draft || ours.speaker !== '' || !sentence || /\baccording to\b/i.test(spanText(text, sentence))) return [];
  const speakers = new Set<string>();
  for (const statement of finding.related) {
    const there = sources.index.document(statement.document)?.tagged;
    const theirs = there && statementReading(there, statement);
    if (theirs && theirs.speaker !== '' && theirs.value === ours.value) speakers.add(theirs.speaker);
  }
  const words = spanText(text, sentence);
  const at = sentence.start + words.replace(/[\s.!?…]+$/, '').length;
  return [...speakers].slice(0, 1).map((speaker) => ({
    title: `Add “according to ${speaker}”`,
    replacements: [{ start: at, end: at, newText: `, according to ${speaker}` }],
    preferred: false,
  }));
}

function otherWordings(sources: Sources, finding: Finding, draft: boolean): TextFix[] {
  const here = sources.index.document(finding.document)!.tagged;
  const ours = quoteAt(here, finding);
  if (!ours) return [];
  const fixes = finding.related.flatMap((statement): Omit<TextFix, 'preferred'>[] => {
    const there = sources.index.document(statement.document)?.tagged;
    const theirs = there && quoteAt(there, statement);
    const replacements =
      theirs &&
      rewordingOf(
        { scanned: here.scanned, content: ours.content },
        { scanned: there.scanned, content: theirs.content },
      );
    if (!replacements) return [];
    return [{ title: `Take the wording of ${nameOf(sources, statement.document)}`, replacements }];
  });
  const distinct = new Map(fixes.map((fix) => [JSON.stringify(fix.replacements), fix]));
  return [...distinct.values()]
    .slice(0, mostOffered)
    .map((fix) => ({ ...fix, preferred: draft && distinct.size === 1 }));
}

function otherSpeakers(sources: Sources, finding: Finding): TextFix[] {
  const ours = quoteAt(sources.index.document(finding.document)!.tagged, finding);
  // Where the text says only “he”, another name would stand in a sentence that is about somebody else.
  if (!ours?.speaker || ours.speaker.pronoun !== '') return [];
  const { start, end } = ours.speaker;
  const names = new Map<string, Statement>();
  for (const statement of finding.related) {
    const there = sources.index.document(statement.document)?.tagged;
    const name = there && quoteAt(there, statement)?.speaker?.name;
    if (name && name !== ours.speaker.name && !names.has(name)) names.set(name, statement);
  }
  return [...names].slice(0, mostOffered).map(([newText, { document }]) => ({
    title: `Attribute to ${newText} as in ${nameOf(sources, document)}`,
    replacements: [{ start, end, newText }],
    preferred: false,
  }));
}

function usualSpellings(sources: Sources, finding: Finding): TextFix[] {
  const here = textOf(sources.index.document(finding.document));
  const written = oneLine(spanText(here, finding));
  const forms = new Set<string>();
  for (const statement of finding.related) {
    const text = textOf(sources.index.document(statement.document));
    const form = oneLine(spanText(text, statement));
    // A longer or a shorter form of the name is no other spelling of this one.
    if (form !== written && form.split(' ').length === written.split(' ').length) forms.add(form);
  }
  return [...forms].slice(0, mostOffered).map((newText) => ({
    title: `Change to ${inQuotes(newText)}`,
    replacements: [{ start: finding.start, end: finding.end, newText }],
    preferred: forms.size === 1,
  }));
}

/** “60” in a draft, where the sources have “about 60”. */
function lostHedges(sources: Sources, finding: Finding): TextFix[] {
  const hedges = new Map<string, Statement>();
  for (const statement of finding.related) {
    const there = sources.index.document(statement.document)?.tagged;
    const hedge = there && figureAt(there, statement)?.hedge;
    // “or more” stands behind the figure; what is put before it is what can be.
    if (hedge && !/^or\b/i.test(hedge) && !hedges.has(hedge.toLowerCase())) hedges.set(hedge.toLowerCase(), statement);
  }
  return [...hedges].slice(0, mostOffered).map(([hedge, { document }]) => ({
    title: `Restore ${inQuotes(hedge)} as in ${nameOf(sources, document)}`,
    replacements: [withHedge(sources.index.document(finding.document)!.tagged, finding, hedge)],
    preferred: hedges.size === 1,
  }));
}

/** What says before a figure the contrary of a hedge. */
const exactness = /\b(?:exactly|precisely)\s$/i;

/** Puts a hedge before a figure: in place of an “exactly”, and with the capital that begins the sentence. */
function withHedge({ scanned: { text, sentences } }: TaggedText, { start }: Span, hedge: string): Replacement {
  const exact = exactness.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const from = start - exact.length;
  if (sentences[lastStartingAtOrBefore(sentences, from)]?.start !== from)
    return { start: from, end: start, newText: `${hedge} ` };
  const capital = hedge.charAt(0).toUpperCase() + hedge.slice(1);
  return { start: from, end: start + 1, newText: `${capital} ${text.charAt(start).toLowerCase()}` };
}

function figureAt({ figures }: TaggedText, { start, end }: Span): Figure | null {
  const figure = figures[lastStartingAtOrBefore(figures, start)];
  return figure && figure.start === start && figure.end === end ? figure : null;
}

/** The quotation with these ends; where the finding marks its words only, the one that holds them. */
function quoteAt({ quotes }: TaggedText, span: Span): Quote | null {
  return quoteAround(quotes, span, ({ direct }) => direct);
}

function nameOf(sources: Sources, id: string): string {
  return fileName(sources.index.document(id)?.label ?? id);
}
