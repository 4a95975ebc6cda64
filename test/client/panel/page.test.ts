import assert from 'node:assert/strict';
import { pageOf } from '../../../client/src/panel/page';

describe('the page of the panel', () => {
  const page = pageOf({ cspSource: 'vscode-cdn:', script: 'x/panel.js', style: 'x/panel.css', nonce: 'n0nce' });

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
});
