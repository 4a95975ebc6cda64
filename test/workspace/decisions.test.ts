import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Anchor } from '../../server/src/facts/anchors';
import { readDecisions, withDecision, withoutDecision } from '../../server/src/workspace/decisionLines';
import {
  correctionsOf,
  type Decision,
  lineOf,
  type NameDecision,
  readEntry,
  sameNamesOf,
} from '../../server/src/workspace/decisions';

const place: NameDecision = { kind: 'name-type', forms: ['Varde'], type: 'place' };
const none: NameDecision = { kind: 'not-a-name', forms: ['varde'] };
const same: NameDecision = { kind: 'same-name', forms: ['Elin Marsdal', 'Elina Marsdahl'] };
const a: Anchor = {
  quote: '$61 million',
  before: '¶Parliament approved a ',
  after: ' loan for the bridge',
  file: 'a.txt',
};
const b: Anchor = { quote: '$68 million', before: 'in April approved a ', after: ' loan.¶', file: 'sub/b.txt' };
const checked: Decision = { kind: 'checked', code: 'conflicting-figure', sides: [a, b], reason: 'asked the clerk' };
const apart: Decision = { kind: 'not-same', sides: [b, a], reason: '' };
const superseded: Decision = { kind: 'superseded', sides: [b, a], reason: '' };
const trusted: Decision = { kind: 'trusted', files: 'ministry/**', reason: '' };

function text(...decisions: Decision[]): string {
  return decisions.reduce(withDecision, '');
}

function decisionsIn(file: string): Decision[] {
  return readDecisions(file).decisions.map(({ decision }) => decision);
}

describe('the decisions file', () => {
  it('has one decision a line, whatever the order in which they were made', () => {
    assert.equal(
      text(same, place, trusted),
      [
        '{ "kind": "name-type", "forms": ["Varde"], "type": "place" }',
        '{ "kind": "same-name", "forms": ["Elin Marsdal", "Elina Marsdahl"] }',
        '{ "kind": "trusted", "files": "ministry/**" }',
        '',
      ].join('\n'),
    );
    assert.equal(text(same, place, checked, apart), text(apart, place, same, checked, place));
    assert.deepEqual(decisionsIn(text(same, place)), [place, same]);
  });

  it('is read as it was written', () => {
    for (const decision of [place, none, same, checked, superseded, trusted]) {
      assert.deepEqual(readEntry(JSON.parse(lineOf(decision))), decision);
      assert.ok(!lineOf(decision).includes('\n'));
    }
    assert.deepEqual(readEntry(JSON.parse(lineOf(apart))), { ...apart, sides: [a, b] }); // in one order
  });

  it('forgets what a new decision contradicts', () => {
    assert.deepEqual(decisionsIn(text(place, same, none)), [none, same]);
    assert.deepEqual([...correctionsOf([none])], [['varde', 'none']]);
    assert.deepEqual(sameNamesOf([none, same]), [same.forms]);
    assert.deepEqual(decisionsIn(text(apart, checked, superseded)), [checked, superseded]);
    assert.deepEqual(decisionsIn(text(checked, { ...checked, reason: 'wrote to them' })), [
      { ...checked, reason: 'wrote to them' },
    ]);
  });

  it('loses a decision that is taken back, whatever its reason, and no other', () => {
    const file = text(place, checked, superseded, trusted);
    assert.equal(withoutDecision(file, { ...checked, reason: '' }), text(place, superseded, trusted));
    assert.equal(withoutDecision(file, apart), file);
    assert.equal(withoutDecision(file, { ...checked, code: 'conflicting-date' }), file);
    assert.equal(withoutDecision(text(trusted), trusted), '');
  });

  it('keeps every other line as it is, in its place, and names what makes no sense', () => {
    const broken = ['{"kind":"checked",', '', '<<<<<<< ours', '  {"kind":"later","x":1}  ', '7', '{"kind":"trusted"}'];
    const file = `${broken.join('\r\n')}\r\n${lineOf(place)}\r\n{"kind":"half`;
    assert.deepEqual(
      readDecisions(file).broken.map(({ line, reason }) => `${line}: ${reason}`),
      [
        '0: it is not JSON',
        '2: a merge conflict is not resolved here',
        '3: its kind is not known',
        '4: it is not an object',
        '5: it names no files',
        '7: it is not JSON',
      ],
    );
    const after = withDecision(file, same);
    assert.equal(after, `${broken.join('\r\n')}\r\n${lineOf(place)}\r\n${lineOf(same)}\r\n{"kind":"half`);
    assert.equal(withoutDecision(after, same), file);
    assert.equal(withDecision('{"kind":"half', place), `{"kind":"half\n${lineOf(place)}\n`);
    assert.equal(withDecision('\uFEFF', place), `\uFEFF${lineOf(place)}\n`);
  });

  it('loses nothing to any change, whatever stands in it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.json(), fc.constantFrom(...[place, same, checked].map(lineOf)))),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(none, apart, trusted),
        (lines, end, decision) => {
          const file = lines.map((line) => line.replace(/[\r\n]/g, '')).join(end);
          const before = readDecisions(file);
          const after = withDecision(file, decision);
          assert.ok(after.includes(lineOf(decision)));
          for (const { line } of before.broken) assert.ok(after.includes(file.split(end)[line]!));
          assert.equal(readDecisions(after).broken.length, before.broken.length);
          const others = decisionsIn(file).filter((each) => decision !== none || each.kind !== 'name-type');
          for (const each of others) assert.ok(after.includes(lineOf(each)));
        },
      ),
    ));

  it('takes the additions of two branches, in git', function () {
    const folder = mkdtempSync(join(tmpdir(), 'crosscheck-merge-'));
    const merged = (base: string, ours: string, theirs: string): string => {
      for (const [name, content] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), content);
      const [x, y, z] = ['ours', 'base', 'theirs'].map((name) => join(folder, name));
      // What `.gitattributes` beside the file asks for.
      execFileSync('git', ['merge-file', '--union', x!, y!, z!]);
      return readFileSync(join(folder, 'ours'), 'utf8');
    };
    try {
      execFileSync('git', ['--version']);
    } catch {
      this.skip();
    }
    const base = text(place, same);
    for (const [one, two] of [
      [checked, trusted],
      [checked, apart], // at one place
      [checked, { ...checked, code: 'conflicting-date' }],
    ] as const) {
      const after = merged(base, withDecision(base, one), withDecision(base, two));
      assert.deepEqual(new Set(decisionsIn(after).map(lineOf)), new Set([place, same, one, two].map(lineOf)));
      assert.equal(readDecisions(after).broken.length, 0);
    }
    assert.equal(readDecisions(merged('', text(checked), text(trusted))).decisions.length, 2);
    rmSync(folder, { recursive: true });
  });

  it('is read whatever stands in it', () =>
    fc.assert(
      fc.property(fc.string(), fc.json(), (any, entry) => {
        readDecisions(any);
        const { decisions, broken } = readDecisions(entry);
        assert.equal(decisions.length + broken.length, 1);
      }),
    ));
});
