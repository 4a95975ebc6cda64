import assert from 'node:assert/strict';
import { defaultEditorSettings, type InlayHints, readEditorSettings } from '../../server/src/features/editorSettings';
import { provideInlayHints } from '../../server/src/features/inlayHint';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';
import { sourcesOf } from '../../server/src/workspace/sources';

const text = `PORT ELLERY, May 17, 2024 — The gate failed on Thursday, after dozens of warnings.

It cost €3.5bn, or 412 euros a head, and half a million people saw it.
`;

describe('inlay hints', () => {
  const index = new FactIndex();
  index.replace({ id: 'a.txt', label: 'a.txt', draft: false, tagged: tag(text) });
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = (shown: InlayHints, range = whole): string[] =>
    provideInlayHints(sourcesOf(index), 'a.txt', range, shown).map(({ position, label }) => {
      const line = text.split('\n')[position.line]!;
      return `${line.slice(0, position.character).split(/[ ,]/).at(-1)} ${String(label)}`;
    });

  it('say which day is meant', () => assert.deepEqual(hints('dates'), ['Thursday = 16 May 2024']));
  it('say what values mean that are not written in full', () => {
    assert.deepEqual(hints('all'), [
      'Thursday = 16 May 2024',
      'dozens = 24 to 99 warnings',
      '€3.5bn = 3,500,000,000 euros',
      'million = 500,000 people',
    ]);
  });
  it('keep to the range that is asked for', () => {
    const second = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(hints('dates', second), []);
  });
  it('are off when they are off, and nowhere where nothing is known', () => {
    assert.deepEqual(hints('off'), []);
    assert.deepEqual(provideInlayHints(sourcesOf(index), 'none.txt', whole, 'all'), []);
  });
});

describe('the settings of the editor', () => {
  it('are read', () => {
    assert.deepEqual(readEditorSettings({ inlayHints: 'all', codeLens: true }), { inlayHints: 'all', codeLens: true });
  });
  it('are the defaults where they make no sense', () => {
    for (const section of [undefined, null, 3, 'x', [], { inlayHints: 1, codeLens: 'yes' }]) {
      assert.deepEqual(readEditorSettings(section), defaultEditorSettings);
    }
  });
});
