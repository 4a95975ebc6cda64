// How long each stage of tagging takes, as a share of the whole and against a bare tokenizer, how it grows, and how long wink-nlp reads the same text:
// node test/bench/tagging.mjs [MEGABYTES]
// Times are the processor's, the least of three: other work on the machine counts little. Nothing is asserted: a machine's seconds say nothing about another's. The ratios and the growth are what to read.
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { bundled } from './bundled.mjs';
import { newsText } from './newsText.mjs';
import { printTable } from './printTable.mjs';

const megabytes = Number(process.argv[2] ?? 1);
const { scan, formsOf, releaseForms, findStoryDate, tagNames, tagFigures, tagQuotes } = await bundled({
  scan: 'server/src/text/scan.ts',
  formsOf: 'server/src/tag/wordForms.ts',
  releaseForms: 'server/src/tag/wordForms.ts',
  findStoryDate: 'server/src/tag/storyDate.ts',
  tagNames: 'server/src/tag/names.ts',
  tagFigures: 'server/src/tag/figures.ts',
  tagQuotes: 'server/src/tag/quotes.ts',
});

const stages = [
  ['scan', (text) => ({ text, scanned: scan(text) })],
  [
    'word forms',
    ({ text, scanned }) => {
      releaseForms();
      formsOf(scanned.tokens);
      return { text, scanned };
    },
  ],
  ['story date', (read) => ({ ...read, storyDate: findStoryDate(read.scanned) })],
  ['names', (read) => ({ ...read, ...tagNames(read.scanned) })],
  ['figures', (read) => ({ ...read, figures: tagFigures(read.scanned, read.names, read.storyDate) })],
  ['quotes', (read) => ({ ...read, quotes: tagQuotes(read.scanned, read.names, read.entities) })],
];

const size = Math.round(megabytes * 1e6);
stageTimes(newsText(size / 4)); // the engine compiles what it runs often
const small = stageTimes(newsText(size / 4));
const news = newsText(size);
const large = stageTimes(news);
const bare = time(() => tokens(news));
const whole = sum(large.map(({ ms }) => ms));
const { ms: quotesOfNews } = large.find(({ name }) => name === 'quotes');

console.log(`Generated news, ${megabytes} MB (the processor's time, the least of three)\n`);
printTable(
  ['stage', 'ms per MB', 'share', 'times a bare tokenizer', 'growth from 1/4 to 1'],
  [...large.map(({ name, ms }, i) => row(name, ms, small[i].ms)), row('all', whole, sum(small.map(({ ms }) => ms)))],
);

console.log('\nwink-nlp on the same text\n');
printTable(
  ['what it reads', 'ms per MB', 'times a bare tokenizer', 'times tagging'],
  [
    ['sentences and entities', ['sbd', 'ner']],
    ['all that its model has', undefined],
  ].map(([name, pipe]) => {
    const ms = winkTime(pipe);
    return [name, (ms / megabytes).toFixed(0), (ms / bare).toFixed(1), (ms / whole).toFixed(1)];
  }),
);

/** As its documentation says to read entities; nothing else of the document is asked for. */
function winkTime(pipe) {
  const nlp = winkNLP(winkModel, pipe);
  nlp.readDoc(newsText(size / 4));
  return time(() => nlp.readDoc(news).entities().out(nlp.its.detail));
}

function row(name, ms, before) {
  return [
    name,
    (ms / megabytes).toFixed(0),
    `${((100 * ms) / whole).toFixed(0)} %`,
    (ms / bare).toFixed(1),
    (ms / before).toFixed(1),
  ];
}

const hostile = {
  'quote marks': '"',
  'curly marks, opening': '“',
  'marks that alternate': '“”',
  'single and double marks': `"'`,
  'apostrophes in pairs': `''`,
  'words between marks': '"a" said ',
  'one sentence of cues': 'Ab, who said he said, ',
  'a quotation for each line': '“We go on\n',
  'a label for each line': 'AB: x\nCD: y\n',
};

console.log(`\nHostile texts, quotes stage alone, ${megabytes} MB\n`);
printTable(
  ['text', 'ms per MB', 'times news', 'growth from 1/4 to 1'],
  [
    ...Object.entries(hostile).map(([name, unit]) => [name, (n) => repeated(unit, n)]),
    ['one quotation', oneQuotation],
  ].map(([name, make]) => {
    const before = quotesTime(make(size / 4));
    const ms = quotesTime(make(size));
    return [name, (ms / megabytes).toFixed(0), (ms / quotesOfNews).toFixed(1), (ms / before).toFixed(1)];
  }),
);

function oneQuotation(n) {
  return `“${newsText(n).replace(/[“”‘’\n]/g, ' ')}” Ada Brook said.`;
}

function repeated(unit, n) {
  return unit.repeat(Math.ceil(n / unit.length));
}

function stageTimes(text) {
  let input = text;
  return stages.map(([name, stage]) => {
    const ms = time(() => stage(input));
    input = stage(input);
    return { name, ms };
  });
}

function quotesTime(text) {
  const scanned = scan(text);
  return time(() => tagQuotes(scanned, [], []));
}

function tokens(text) {
  return text.match(/\p{L}+|\p{N}+|\S/gu)?.length ?? 0;
}

function time(work) {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}
