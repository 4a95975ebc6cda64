import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The folders of the bench, each an event: its reports with their marks. The samples have theirs in a list beside this file. */
export function folders(readMarkedReport) {
  const corpus = here('../../fixtures/corpus');
  const events = readdirSync(corpus)
    .sort()
    .map((event) => ({ event, reports: reportsIn(join(corpus, event), readMarkedReport) }));
  const excerpts = JSON.parse(readFileSync(here('samples.json'), 'utf8'));
  const samples = reportsIn(here('../../../samples'), (text) => ({ text, marks: [] }));
  return [
    ...events,
    {
      event: 'samples',
      reports: samples.map((report) => marked(report, excerpts[report.name] ?? [], readMarkedReport)),
    },
  ];
}

function reportsIn(folder, read) {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort()
    .map((name) => ({ name, ...read(readFileSync(join(folder, name), 'utf8')) }));
}

function marked(report, excerpts, readMarkedReport) {
  const marks = excerpts.flatMap((excerpt) => {
    const { text, marks: own } = readMarkedReport(excerpt);
    const at = report.text.indexOf(text);
    if (at < 0 || report.text.indexOf(text, at + 1) >= 0) throw new Error(`${report.name} has “${text}” not once`);
    return own.map((mark) => ({ ...mark, start: at + mark.start, end: at + mark.end }));
  });
  return { ...report, marks };
}
