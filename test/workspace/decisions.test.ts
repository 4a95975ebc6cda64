import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  correctionsOf,
  type NameDecision,
  readDecisions,
  sameNamesOf,
  withDecision,
} from '../../server/src/workspace/decisions';

const place: NameDecision = { kind: 'name-type', forms: ['Varde'], type: 'place' };
const none: NameDecision = { kind: 'not-a-name', forms: ['varde'] };
const same: NameDecision = { kind: 'same-name', forms: ['Elin Marsdal', 'Elina Marsdahl'] };

function text(...decisions: NameDecision[]): string {
  return decisions.reduce((file, decision) => {
    const written = withDecision(file, decision);
    assert.ok('text' in written);
    return written.text;
  }, '');
}

describe('the decisions file', () => {
  it('has one decision a line, whatever the order in which they were made', () => {
    assert.equal(
      text(same, place),
      [
        '{',
        '  "version": 1,',
        '  "decisions": [',
        '    { "kind": "name-type", "forms": ["Varde"], "type": "place" },',
        '    { "kind": "same-name", "forms": ["Elin Marsdal", "Elina Marsdahl"] }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    assert.equal(text(same, place), text(place, same, place));
    assert.deepEqual(readDecisions(text(same, place)), { names: [place, same], problems: [] });
  });

  it('forgets what a new decision contradicts', () => {
    assert.deepEqual(readDecisions(text(place, same, none)).names, [none, same]);
    assert.deepEqual([...correctionsOf([none])], [['varde', 'none']]);
    assert.deepEqual(sameNamesOf([none, same]), [same.forms]);
  });

  it('says what it left out, and keeps it when it is written', () => {
    const later = '{"kind":"checked","finding":"abc"}';
    const file = `{"version":1,"note":"ours","decisions":[${later},7,{"kind":"name-type","forms":["A"],"type":"god"},${JSON.stringify(place)}]}`;
    const { names, problems } = readDecisions(file);
    assert.deepEqual(names, [place]);
    assert.equal(problems.length, 3);
    assert.match(problems[0]!, /decision 1 .*kind is not known/);
    const written = withDecision(file, same);
    assert.ok('text' in written);
    const kept = JSON.parse(written.text);
    assert.equal(kept.note, 'ours');
    assert.deepEqual(kept.decisions[2], JSON.parse(later));
    assert.equal(kept.decisions.length, 5);
  });

  it('is not overwritten where it cannot be read', () => {
    for (const broken of ['{', '[]', '{"version":2,"decisions":[]}', '{"decisions":{}}']) {
      assert.equal(readDecisions(broken).problems.length, 1, broken);
      assert.ok('refused' in withDecision(broken, place), broken);
    }
  });

  it('is read whatever stands in it', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.json(), (any, entry) => {
        readDecisions(any);
        const { names, problems } = readDecisions(`{"version":1,"decisions":[${entry}]}`);
        assert.equal(names.length + problems.length, 1);
      }),
    ));
});
