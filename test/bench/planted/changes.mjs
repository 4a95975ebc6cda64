import { dateSlips } from './dateSlips.mjs';
import { figureSlips } from './figureSlips.mjs';
import { misspellings, tellingWord } from './misspellings.mjs';
import { contentWords, wordsLike } from './otherWords.mjs';
import { randomOf } from './random.mjs';

/**
 * One change for each statement of an event that another report of it states as well, by the marks, whatever the index makes of it.
 * `edits` are ascending, in the unchanged text; `about` is what a finding has to touch, in the unchanged text as well.
 */
export function changesOf({ event, reports }) {
  const statements = reports.flatMap((report) => report.marks.map((mark) => statementOf(report, mark)));
  const pool = statements
    .filter(({ kind }) => kind === 'quote')
    .flatMap(({ text }) => contentWords(text).map(({ word }) => word));
  return statements.flatMap((stated) => {
    const others = statements.filter(
      ({ kind, fact, report }) => kind === stated.kind && fact === stated.fact && report !== stated.report,
    );
    if (others.length === 0) return [];
    const random = randomOf(event, stated.report.name, stated.kind, stated.fact, String(stated.start));
    const change = planters[stated.kind](stated, others, random, pool);
    return change ? [{ event, stated, others, ...change }] : [];
  });
}

const planters = {
  figure: planFigure,
  date: planDate,
  person: planName,
  name: planName,
  quote: planQuoteWord,
  speaker: planSpeaker,
};

function planFigure(stated, others, random) {
  const [slip] = figureSlips(stated, others, random);
  return slip && { kind: `figure, ${howTold(stated, others)}`, ...replaced(stated, slip) };
}

function planDate(stated, others, random) {
  const year = /\b20\d\d\b/.exec(stated.report.text)?.[0] ?? '2025';
  const [slip] = dateSlips(stated.text, year, random);
  return slip && { kind: `date, ${howTold(stated, others)}`, ...replaced(stated, slip) };
}

/** Words around a statement, on each side, and how many of them in common make two sentences the same copy. */
const AROUND = 8;
const COPIED = 8;

/** Has another report the sentence in all but the same words, as a reprint has, or is it told in other words everywhere? */
function howTold(stated, others) {
  const own = wordsAround(stated);
  const copied = others.some((other) => wordsAround(other).filter((word) => own.includes(word)).length >= COPIED);
  return copied ? 'copied' : 'retold';
}

function wordsAround({ report, start, end }) {
  const words = (text) => text.toLowerCase().match(/\p{L}{3,}|\p{N}+/gu) ?? [];
  const before = words(report.text.slice(Math.max(0, start - 200), start)).slice(-AROUND);
  return [...new Set([...before, ...words(report.text.slice(end, end + 200)).slice(0, AROUND)])];
}

/** At the marked place alone, or wherever the report has the name. */
function planName(stated, others, random) {
  const word = tellingWord(stated.text);
  if (!word) return null;
  const [slip] = misspellings(word, random);
  if (!slip) return null;
  const everywhere = random(2) === 1;
  const places = occurrences(stated.report.text, word).filter(
    ({ start, end }) => everywhere || (start >= stated.start && end <= stated.end),
  );
  const edits = places.map((place) => ({ ...place, text: slip }));
  return { kind: everywhere ? 'name, everywhere' : 'name, once', edits, about: places };
}

function planQuoteWord(stated, others, random, pool) {
  const shared = contentWords(stated.text).filter(({ word }) => others.some(({ text }) => wordsOf(text).has(word)));
  const at = shared[random(Math.max(1, shared.length))];
  if (!at) return null;
  const said = wordsOf([stated, ...others].map(({ text }) => text).join(' '));
  const slip = wordsLike(at.word, pool, random).find((word) => !said.has(word));
  if (!slip) return null;
  const place = { start: stated.start + at.start, end: stated.start + at.end };
  return { kind: 'quote-word', edits: [{ ...place, text: slip }], about: [place] };
}

/** Another person of the report says it: by the surname where the report has a surname. A pronoun or a role is left as it is. */
function planSpeaker(stated, others, random) {
  const { report, text } = stated;
  const people = report.marks
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end }) => report.text.slice(start, end));
  const isNamed = (name) => text.toLowerCase().includes(tellingWord(name).toLowerCase());
  const rivals = people.filter((name) => !isNamed(name));
  if (!people.some(isNamed) || rivals.length === 0) return null;
  const rival = rivals[random(rivals.length)];
  const written = text.includes(' ') ? rival : tellingWord(rival);
  const quotes = report.marks.filter(({ kind, fact }) => kind === 'quote' && fact === stated.fact);
  const edit = {
    start: stated.start,
    end: stated.end,
    text: text === text.toUpperCase() ? written.toUpperCase() : written,
  };
  return { kind: 'speaker', edits: [edit], about: [edit, ...quotes] };
}

function statementOf(report, mark) {
  const text = report.text.slice(mark.start, mark.end);
  return { ...mark, report, text, before: report.text.slice(Math.max(0, mark.start - 16), mark.start) };
}

function replaced({ start, end }, text) {
  return { edits: [{ start, end, text }], about: [{ start, end }] };
}

function occurrences(text, word) {
  const out = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '')) {
      out.push({ start: at, end: at + word.length });
    }
  }
  return out;
}

function wordsOf(text) {
  return new Set(text.toLowerCase().match(/\p{L}[\p{L}’']*/gu));
}
