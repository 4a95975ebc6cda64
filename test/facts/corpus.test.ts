import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactIndex } from '../../server/src/facts/index';
import type { TaggedText } from '../../server/src/tag/model';
import { tag } from '../../server/src/tag/tag';
import { type MarkedReport, readMarkedReport } from '../fixtures/markedReport';

const corpus = join(__dirname, '../fixtures/corpus');
const events = readdirSync(corpus).sort();

interface Report extends MarkedReport {
  readonly event: string;
  readonly name: string;
}

const reports: readonly Report[] = events.flatMap((event) =>
  readdirSync(join(corpus, event))
    .sort()
    .map((name) => ({ event, name, ...readMarkedReport(readFileSync(join(corpus, event, name), 'utf8')) })),
);

/** Each is tagged once, by the first who asks. */
const tagged = new Map<Report, TaggedText>();

function taggedOf(report: Report): TaggedText {
  let found = tagged.get(report);
  if (!found) tagged.set(report, (found = tag(report.text, report.name.endsWith('.md') ? 'markdown' : 'plain')));
  return found;
}

function indexOf(asked: readonly Report[]): FactIndex {
  const index = new FactIndex();
  for (const report of asked) {
    const id = `${report.event}/${report.name}`;
    index.replace({ id, label: id, draft: false, tagged: taggedOf(report) });
  }
  return index;
}

function described(index: FactIndex): string[] {
  return index.findings().map(({ document, code, severity, message }) => `${document} ${code} ${severity}: ${message}`);
}

describe('reports of one event that contradict each other nowhere', function () {
  this.timeout(20_000);

  for (const event of events) {
    it(`have no finding: ${event}`, () => {
      const asked = reports.filter((report) => report.event === event);
      assert.ok(asked.length >= 5);
      assert.deepEqual(described(indexOf(asked)), []);
    });
  }

  it('have no finding in one folder with those of other events', () => {
    assert.ok(reports.length >= 30);
    assert.deepEqual(described(indexOf(reports)), []);
  });

  it('are marked: most of what the marks name stands in more than one report', () => {
    const bearers = new Map<string, Set<string>>();
    for (const { event, name, marks } of reports) {
      for (const { kind, fact } of marks) {
        const key = `${event} ${kind} ${fact}`;
        bearers.set(key, (bearers.get(key) ?? new Set()).add(name));
      }
    }
    const shared = [...bearers.values()].filter(({ size }) => size > 1).length;
    assert.ok(shared > 0.9 * bearers.size, `${shared} of ${bearers.size}`);
  });
});

describe('a marked report', () => {
  it('is read without its marks, which may stand inside one another', () => {
    const { text, marks } = readMarkedReport('So [[speaker a|[[person b|Ann Lisle]]]] said [[figure c|12]].');
    assert.equal(text, 'So Ann Lisle said 12.');
    const read = marks.map(({ start, end, kind, fact }) => `${kind} ${fact}: ${text.slice(start, end)}`);
    assert.deepEqual(read, ['person b: Ann Lisle', 'speaker a: Ann Lisle', 'figure c: 12']);
  });

  it('says where a mark does not pair', () => {
    assert.throws(() => readMarkedReport('[[figure a|12'), /does not pair/);
    assert.throws(() => readMarkedReport('12]]'), /does not pair/);
  });
});
