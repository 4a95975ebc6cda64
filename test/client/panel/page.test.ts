import assert from 'node:assert/strict';
import { speak, type Speech } from '../../../client/src/l10n';
import { pageOf } from '../../../client/src/panel/page';
import messages from '../../../l10n/bundle.l10n.json';

const parts = { cspSource: 'vscode-cdn:', script: 'x/panel.js', style: 'x/panel.css', nonce: 'n0nce' };

describe('the page of the panel', () => {
  const page = pageOf(parts);

  it('lets nothing in but its own script and style sheet', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src vscode-cdn:; script-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'",
    );
    assert.deepEqual(page.match(/<script[^>]*>/g), ['<script nonce="n0nce" src="x/panel.js">']);
  });

  it('has neither handlers nor styles in its elements', () => {
    assert.doesNotMatch(page, /\son\w+=|\sstyle=|javascript:/i);
  });

  it('gives every control a name', () => {
    for (const control of page.match(/<(?:input|select)[^>]*>/g) ?? []) assert.match(control, /aria-label="[^"]+"/);
  });

  it('gives every tab, group, grid and region a name', () => {
    for (const part of page.match(/<[^>]*role="(?:tablist|group|grid|region)"[^>]*>/g) ?? []) {
      assert.match(part, /aria-label="[^"]+"/);
    }
    for (const part of page.match(/<[^>]*role="tabpanel"[^>]*>/g) ?? [])
      assert.match(part, /aria-labelledby="tab-\w+"/);
  });

  it('refers to elements that there are', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const named = [...page.matchAll(/\saria-(?:controls|labelledby|describedby)="([^"]+)"/g)].map(([, id]) => id);
    assert.ok(named.length >= 6);
    for (const id of named) assert.ok(ids.has(id), id);
  });
});

describe('the page of the panel in another language', () => {
  const speech: Speech = {
    locale: 'de',
    translations: Object.fromEntries(Object.keys(messages).map((message) => [message, `[${message} "<ß>"]`])),
  };
  let page: string;
  before(() => {
    speak(speech);
    page = pageOf(parts);
  });
  after(() => speak({ locale: 'en', translations: {} }));

  it('has no word left in English', () => {
    const visible = page.replace(/<head>[^]*?<title>|<script[^]*$/g, '<title>');
    const texts = visible.replace(/<[^>]*>/g, '\n').split('\n');
    const attributes = [...visible.matchAll(/\s(?:aria-label|placeholder|title)="([^"]*)"/g)].map(
      ([, text]) => text ?? '',
    );
    const words = [...texts, ...attributes].map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
    assert.ok(words.length > 30);
    const english = words.filter((text) => !text.includes('&lt;ß&gt;'));
    assert.deepEqual(english, ['Markdown', 'CSV', 'HTML']);
  });

  it('says so, and hands the words to its script, whatever is in them', () => {
    assert.match(page, /<html lang="de">/);
    assert.doesNotMatch(page, /<ß>/);
    const attribute = /<body data-speech="([^"]*)">/.exec(page)?.[1] ?? '';
    const json = attribute
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    assert.deepEqual(JSON.parse(json), speech);
  });
});
