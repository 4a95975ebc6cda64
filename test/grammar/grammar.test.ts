import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrammar } from 'vscode-textmate';
import { checkMarkers } from './markers';
import { loadGrammar, tokenize } from './tokenize';
import { processorTime } from '../fixtures/processorTime';

describe('grammars', () => {
  it('colours quotations, money, percents and dates in plain text', async () => {
    checkMarkers(await loadGrammar('text.plain.crosscheck'), fixture('plaintext.txt'));
  });

  it('colours them in Markdown, but not in its code, links and front matter', async () => {
    checkMarkers(await loadGrammar('text.html.markdown'), fixture('markdown.md'));
  });

  // Growth, not seconds, so that a slow machine says the same: four times the text may take four times as long, and a
  // quadratic pattern would take sixteen.
  for (const piece of ['“', '"a ', '‘a’b ', '‘', '1,', '1', '1.1', '$1–', 'five ', 'May 1', '2024-', '12 per ', '« ']) {
    it(`takes time in proportion to the text: ${piece}…`, async () => {
      const grammar = await loadGrammar('text.plain.crosscheck');
      const [short, long] = [2_000, 8_000].map((length) => piece.repeat(length / piece.length));
      fastest(grammar, long ?? ''); // the first that is measured pays for the compiler
      const once = fastest(grammar, short ?? '');
      const fourTimes = fastest(grammar, long ?? '');
      assert.ok(fourTimes < 9 * once + 6, `${once} ms, ${fourTimes} ms`);
    })
      .timeout(20_000)
      .retries(3); // what the machine did meanwhile is not the grammar's fault, and a quadratic pattern fails each time
  }
});

/** Milliseconds; the fastest of several runs is the one that nothing has interrupted. */
function fastest(grammar: IGrammar, line: string): number {
  return processorTime(() => tokenize(grammar, [line]), 8);
}

function fixture(name: string): string {
  return readFileSync(join(__dirname, 'fixtures', name), 'utf8');
}
