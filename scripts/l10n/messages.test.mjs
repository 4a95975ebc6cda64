import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../build/bundles.mjs';
import { collectMessages, messagesOf } from './messages.mjs';

describe('the messages of the client', () => {
  it('are all given to t(), and stand in l10n/bundle.l10n.json, in English and in order (npm run l10n)', async () => {
    const { messages, problems } = await collectMessages();
    assert.deepEqual(problems, []);
    assert.ok(messages.includes('{0} documents'));
    const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8'));
    assert.deepEqual(
      Object.entries(bundle),
      messages.map((message) => [message, message]),
    );
  });
});

describe('what a translator would not see', () => {
  for (const [what, source] of [
    ['words', "say('the ferry sailed');"],
    ['words in a template', 'say(`${n} ferries sailed`);'],
    ['one word with a capital', "say('Sailed');"],
    ['one word of an option', "show({ placeHolder: 'harbour' });"],
    ['one word of a property', "item.tooltip = 'harbour';"],
    ['words inside the arguments of t()', "t('{0}!', `ferry ${n}`);"],
    ['words in a branch', "show(n > 0 ? 'in the harbour' : '');"],
    ['a message that is no literal', 't(words);'],
    ['a message with other places than arguments', "t('{0} of {1}', 1);"],
  ]) {
    it(`is found: ${what}`, () => {
      const { problems } = messagesOf('ferry.ts', `\n${source}`);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', /^ferry\.ts:2: /);
    });
  }

  it('is nothing that no user reads', () => {
    const source = `
      import { harbour } from 'a module';
      output.warn('no answer came', error);
      throw new Error('the page is gone');
      throw new Error(t('Rename again.'));
      commands.executeCommand('ferry.sail', 'setContext');
      element('div', { class: 'cell fact' }, \`<b id="a b">\${t('Sailed')}</b>\`);
      if (key === 'Enter') host.querySelector('.a > .b');
      type Ferry = 'the old one';
    `;
    assert.deepEqual(messagesOf('ferry.ts', source), { messages: ['Rename again.', 'Sailed'], problems: [] });
  });
});
