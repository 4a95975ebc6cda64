import assert from 'node:assert/strict';
import { copyAs } from '../../../client/src/panel/copy';
import { factRow, factTable, statement } from '../../fixtures/factTable';

const table = factTable([
  factRow('sum', [statement(0, '$61 million'), statement(2, '$64 million', { verdict: 'conflict' })], {
    verdict: 'conflict',
    label: 'rebuild, "market"',
  }),
  factRow('odd', [statement(1, '=1+1|<b>'), statement(1, '-5'), statement(2, '-5')], { label: '@home' }),
]);

describe('copying the table', () => {
  it('writes CSV that a spreadsheet reads and does not run', () => {
    assert.equal(
      copyAs('csv', table, ['sum', 'odd']),
      'Fact,Verdict,Kind,a.txt,b.txt,c.txt\r\n' +
        '"rebuild, ""market""",conflict,figure,$61 million,,≠ $64 million\r\n' +
        "'@home,agreed,figure,,'=1+1|<b> / -5,-5\r\n",
    );
  });

  it('leaves out documents that state none of the facts, and keeps their order', () => {
    assert.equal(copyAs('csv', table, ['odd']).split('\r\n')[0], 'Fact,Verdict,Kind,b.txt,c.txt');
    assert.match(copyAs('csv', table, ['odd', 'sum']), /home[^]*rebuild/);
  });

  it('writes a Markdown table whose cells hold as text', () => {
    const [heading, rule, row, ...more] = copyAs('markdown', table, ['odd']).trimEnd().split('\n');
    assert.equal(heading, '| Fact | Verdict | Kind | b.txt | c.txt |');
    assert.equal(rule, '| --- | --- | --- | --- | --- |');
    assert.equal(row, '| \\@home | agreed | figure | =1+1\\|\\<b\\> / -5 | -5 |');
    assert.deepEqual(more, []);
  });

  it('writes HTML whose cells hold as text', () => {
    assert.match(copyAs('html', table, ['odd']), /<td>=1\+1\|&lt;b&gt; \/ -5<\/td>/);
  });

  it('knows nothing of facts that are not in the table', () => {
    assert.equal(copyAs('csv', table, ['gone']), 'Fact,Verdict,Kind\r\n');
  });
});
