// How many mistakes are found: changes one figure, date, name, quoted word or speaker at a time in folders of reports, and looks for a finding.
//   node test/bench/planted.mjs                       the table
//   node test/bench/planted.mjs --misses [KIND]       and what was not found, how it was stated elsewhere, and whether the two were linked before
//   node test/bench/planted.mjs --event dam           one folder
// Nothing is asserted. docs/benches.md says what the columns mean.
import { parseArgs } from 'node:util';
import { bundled } from './bundled.mjs';
import { changesOf } from './planted/changes.mjs';
import { folders } from './planted/folders.mjs';
import { edited, judged } from './planted/judged.mjs';
import { printTable } from './printTable.mjs';

const { values, positionals } = parseArgs({
  options: { misses: { type: 'boolean' }, event: { type: 'string' } },
  allowPositionals: true,
});
const { tag, FactIndex, readMarkedReport } = await bundled({
  tag: 'server/src/tag/tag.ts',
  FactIndex: 'server/src/facts/index.ts',
  readMarkedReport: 'test/fixtures/markedReport.ts',
});

const started = performance.now();
const tally = new Map();
const misses = [];
const strays = [];
let reportsRead = 0;
for (const folder of folders(readMarkedReport)) {
  if (values.event && folder.event !== values.event) continue;
  reportsRead += folder.reports.length;
  plantIn(folder);
}

console.log('');
printTable(
  ['changed', 'planted', 'linked', 'caught', 'share', 'false'],
  [...rowsByKind(), row('all', [...tally.values()])],
);
console.log(`\n${reportsRead} reports, ${((performance.now() - started) / 1000).toFixed(1)} s`);
if (strays.length > 0) console.log(`\nFindings that a change brought about elsewhere:\n${strays.join('\n')}`);
if (values.misses) {
  const shown = misses.filter(
    ({ kind }) => positionals.length === 0 || positionals.some((asked) => kind.startsWith(asked)),
  );
  console.log(`\nNot caught:\n${shown.map(({ text }) => text).join('\n')}`);
}

/** A row for each kind, and below it the ways of it where it has several. */
function rowsByKind() {
  const ways = [...tally.keys()].sort();
  const kinds = [...new Set(ways.map((way) => way.split(',')[0]))];
  return kinds.flatMap((kind) => {
    const own = ways.filter((way) => way.split(',')[0] === kind);
    const whole = row(
      kind,
      own.map((way) => tally.get(way)),
    );
    return own.length === 1 ? [whole] : [whole, ...own.map((way) => row(`  ${way}`, [tally.get(way)]))];
  });
}

function row(name, counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const planted = sum('planted');
  const share = (key) => (sum(key) / planted).toFixed(2);
  return [name, String(planted), share('linked'), String(sum('caught')), share('caught'), String(sum('stray'))];
}

function plantIn(folder) {
  const { event, reports } = folder;
  const index = new FactIndex();
  const document = ({ name }, text) => ({
    id: name,
    label: name,
    draft: false,
    tagged: tag(text, name.endsWith('.md') ? 'markdown' : 'plain'),
  });
  const clean = new Map(reports.map((report) => [report, document(report, report.text)]));
  for (const read of clean.values()) index.replace(read);
  const before = index.findings();
  const shown = before.filter(({ severity }) => severity !== 'hint');
  console.log(
    `${event}: ${reports.length} reports, ${shown.length} findings before, ${before.length - shown.length} hints`,
  );
  for (const { code, severity, document: at, message } of before)
    console.log(`    ${code} ${severity} ${at}: ${message}`);
  const changes = changesOf(folder);
  const linked = changes.map((change) => isLinked(index, change));
  changes.forEach((change, i) => {
    const { report } = change.stated;
    const { text, now } = edited(report.text, change.edits);
    index.replace(document(report, text));
    const { caught, stray } = judged(before, index.findings(), { document: report.name, about: change.about, now });
    index.replace(clean.get(report));
    const count = tally.get(change.kind) ?? { planted: 0, linked: 0, caught: 0, stray: 0 };
    tally.set(change.kind, count);
    count.planted++;
    if (linked[i] === 'linked') count.linked++;
    if (caught.length > 0) count.caught++;
    else misses.push({ kind: change.kind, text: described(change, linked[i]) });
    count.stray += stray.length;
    for (const { code, document: at, message } of stray)
      strays.push(`    ${event} ${at} ${code}: ${message}\n${described(change, linked[i])}`);
  });
}

/** Did the index hold the statement, before it was changed, for the same fact as a marked one of another report? */
function isLinked(index, { stated, others }) {
  const offset = stated.kind === 'quote' || stated.kind === 'speaker' ? quoteAt(stated) : stated.end - 1;
  const fact = offset === null ? null : index.factAt(stated.report.name, offset);
  if (!fact) return 'not tagged';
  const holds = ({ report, start, end }) =>
    fact.statements.some((other) => other.document === report.name && other.start < end && start < other.end);
  const asked =
    stated.kind === 'speaker'
      ? others.flatMap((other) => quotesOf(other).map((quote) => ({ ...quote, report: other.report })))
      : others;
  return asked.some(holds) ? 'linked' : 'not linked';
}

/** Between two words of the marked quotation, where no name or figure answers for it. */
function quoteAt(stated) {
  const quote = stated.kind === 'quote' ? stated : quotesOf(stated)[0];
  return quote ? quote.start + 1 : null;
}

function quotesOf({ report, fact }) {
  return report.marks.filter((mark) => mark.kind === 'quote' && mark.fact === fact);
}

function described({ kind, event, stated, others, edits }, linked) {
  const { text } = stated.report;
  const [first] = edits;
  const last = edits.at(-1);
  const around = (report, start, end, shown) =>
    `${report.text.slice(Math.max(0, start - 90), start)}⟦${shown}⟧${report.text.slice(end, end + 70)}`.replace(
      /\s+/g,
      ' ',
    );
  const here = `${text.slice(first.start, first.end)} → ${first.text}${last !== first ? `, ${edits.length} times` : ''}`;
  return [
    `  ${kind} · ${event} · ${stated.fact} · ${linked} before`,
    `      ${stated.report.name}: ${around(stated.report, first.start, first.end, here)}`,
    ...others
      .slice(0, 3)
      .map(({ report, start, end, text: said }) => `      ${report.name}: ${around(report, start, end, said)}`),
  ].join('\n');
}
