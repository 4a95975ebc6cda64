// What an edit costs once everything is known: one document tagged and replaced, and the findings of the whole folder brought up to date, in folders of
// 100, 1,000 and 10,000 documents.
//   node test/bench/edits.mjs [10000]      the largest folder
// Nothing is asserted. docs/benches.md says what the columns mean.
import { bundled } from './bundled.mjs';
import { newsFile } from './newsFolder.mjs';
import { printTable } from './printTable.mjs';

const most = Number(process.argv[2] ?? 10_000);
const sizes = (process.env.SIZES ? process.env.SIZES.split(',').map(Number) : [100, 1_000, 10_000]).filter(
  (size) => size <= most,
);
const edits = 60;
/** Short ones, so that ten thousand are known in minutes. */
const length = 1200;
const { tag, FactIndex, sourcesOf } = await bundled({
  tag: 'server/src/tag/tag.ts',
  FactIndex: 'server/src/facts/index.ts',
  sourcesOf: 'server/src/workspace/sources.ts',
});
const noPause = () => Promise.resolve();

const rows = [];
for (const size of sizes) rows.push(await measured(size));
const [smallest] = rows;
printTable(
  ['documents', 'findings', 'tagging p50', 'edit p50', 'edit p95', 'times that of 100'],
  rows.map(({ size, findings, tagging, p50, p95 }) => [
    size.toLocaleString('en'),
    findings.toLocaleString('en'),
    `${tagging.toFixed(1)} ms`,
    `${p50.toFixed(1)} ms`,
    `${p95.toFixed(1)} ms`,
    (p50 / smallest.p50).toFixed(1),
  ]),
);

async function measured(size) {
  const index = new FactIndex();
  const sources = sourcesOf(index);
  const put = (number, tagged) => {
    index.replace({ id: String(number), label: `${number}.txt`, draft: false, tagged });
    sources.changed();
  };
  for (let number = 0; number < size; number++) put(number, tag(newsFile(number, length)));
  await sources.lookForFindings(noPause);
  const tagging = [];
  const took = [];
  for (let edit = 0; edit < edits; edit++) {
    const number = (edit * 7919) % size;
    // A figure of the text is another, and a sentence more stands at its end: one that other documents state, and one that none does.
    const text = newsFile(number, length).replace(/\d+/g, (digits, at) =>
      at > 300 && at < 420 ? String(Number(digits) + 1) : digits,
    );
    const start = performance.now();
    const tagged = tag(`${text}\n\nThe end came ${edit} days later.\n`);
    tagging.push(performance.now() - start);
    const known = performance.now();
    put(number, tagged);
    await sources.lookForFindings(noPause);
    took.push(performance.now() - known);
  }
  return {
    size,
    findings: sources.findings().length,
    tagging: quantile(tagging, 0.5),
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
  };
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
