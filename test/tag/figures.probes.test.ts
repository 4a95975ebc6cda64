import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scan } from '../../server/src/text/scan';
import { dayOf } from '../../server/src/tag/figures/calendar';
import { tagFigures } from '../../server/src/tag/figures';
import type { Figure, StoryDate } from '../../server/src/tag/model';

const story: StoryDate = { day: dayOf(2024, 5, 17), evidence: 'frontMatter', span: { start: 0, end: 0 } };

interface Probe {
  readonly text: string;
  readonly wanted: string;
}

/** The lines of a file of probes: see the head of figures.txt. */
function probes(file: string): Probe[] {
  const lines = readFileSync(join(__dirname, '../fixtures/figures', file), 'utf8').split('\n');
  return lines
    .filter((line) => line.includes(' → ') && !/^(?:#|FIXME)/.test(line))
    .map((line) => {
      const [text = '', wanted = ''] = line.split(' → ');
      return { text, wanted };
    });
}

const units: Record<string, string> = { percent: '%', 'percentage point': 'pp', 'basis point': 'bp' };
const number = (n: number): string => String(Number(n.toPrecision(6)));

/** A figure in the words of the fixtures; of head and role only what the fixture asks for. */
function reading(f: Figure, wanted: string): string {
  const type = f.type === 'ordinal' ? 'ord ' : f.type === 'age' ? 'age ' : '';
  const range = f.op === '..' && f.type !== 'date';
  const value =
    f.value === null
      ? 'open'
      : typeof f.value === 'string'
        ? `${f.value}${range ? '..' : ''}`
        : range
          ? `${number(f.low!)}..${number(f.high!)}`
          : number(f.value);
  const op = f.op === '=' || f.op === '..' ? '' : f.op;
  const unit = f.type === 'age' || f.type === 'duration' || f.unit === '' ? '' : ` ${units[f.unit] ?? f.unit}`;
  const per = f.per !== '' && wanted.includes(' per ') && !unit.includes(' per ') ? ` per ${f.per}` : '';
  const head = wanted.includes('#') && f.head !== '' ? ` #${f.head}` : '';
  const role = wanted.includes(' +') ? ` +${f.role}` : '';
  return `${type}${op}${value}${unit}${per}${head}${role}`;
}

/** The numbers of a wanted reading as the figures print them: 61e9 is 61000000000. */
function normal(wanted: string): string {
  return wanted.replace(/^((?:age |ord )?[~<>=]*)(-?[\d.]+(?:e\d+)?)(?:\.\.(-?[\d.]+(?:e\d+)?))?(?= |$)/, (...m) => {
    const [whole, head, low, high] = m as [string, string, string, string | undefined];
    if (high) return `${head}${number(Number(low))}..${number(Number(high))}`;
    const range = /^([\d.]+?(?:e\d+)?)\.\.([\d.]+(?:e\d+)?)$/.exec(low);
    if (range) return `${head}${number(Number(range[1]))}..${number(Number(range[2]))}`;
    return Number.isNaN(Number(low)) || /^(?:1\d|20)\d\d$/.test(low) ? whole : `${head}${number(Number(low))}`;
  });
}

function check({ text, wanted }: Probe): void {
  const parts = wanted === '-' ? [] : wanted.split('; ');
  const found = tagFigures(scan(text), [], story).map(
    (f, n) => `${text.slice(f.start, f.end)} = ${reading(f, parts[n] ?? '')}`,
  );
  const expected = parts.map((part) => {
    const [span = '', value = ''] = part.split(' = ');
    return `${span} = ${normal(value)}`;
  });
  assert.deepEqual(found, expected);
}

describe('figures: probes', () => {
  const figures = probes('figures.txt');
  const decoys = probes('decoys.txt');

  it('are as many as promised: 300 figures and 150 decoys', () => {
    assert.ok(figures.flatMap(({ wanted }) => wanted.split('; ')).length >= 300);
    assert.ok(decoys.length >= 150);
  });

  for (const probe of figures) it(probe.text, () => check(probe));
  for (const probe of decoys) it(probe.text, () => check(probe));
});

describe('figures: definite counts and rates', () => {
  it('knows a definite count from the article of a phrase', () => {
    const definite = (text: string): boolean[] => tagFigures(scan(text), [], story).map((f) => f.definite);
    assert.deepEqual(definite('The two men met these three women and all five boys.'), [true, true, true]);
    assert.deepEqual(definite('The more than 50 guests left.'), [true]);
    assert.deepEqual(definite('The 9-point plan of two men cost the $5 it took.'), [false, false, false]);
  });

  it('keeps what a rate is per', () => {
    const per = (text: string): string[] => tagFigures(scan(text), [], story).map((f) => f.per);
    assert.deepEqual(per('Oil is $85 a barrel, and 12 per 100,000 people pay 3 percent annually.'), [
      'barrel',
      '100000',
      'year',
    ]);
    assert.deepEqual(per('It cost $5 million a year earlier.'), ['']);
  });
});
