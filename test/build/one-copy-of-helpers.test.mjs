import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withoutHelpers } from '../../scripts/build/one-copy-of-helpers.mjs';

const require = createRequire(import.meta.url);
const { __exportStar, __importStar } = require('../../scripts/build/slim/typescript-helpers.cjs');

describe("TypeScript's helpers in the libraries", () => {
  for (const module of ['vscode-languageclient/node', 'vscode-languageserver/node', 'vscode-jsonrpc/node']) {
    it(`are taken from one place: ${module}`, () => {
      const source = readFileSync(require.resolve(module), 'utf8');
      const shorter = withoutHelpers(source);
      assert.ok(source.includes('this && this.__'), 'no longer there');
      assert.doesNotMatch(shorter, /this && this\.__(?!importDefault)/); // which is short
      const code = source.slice(source.indexOf('\nconst '));
      assert.ok(code.length > 1000 && shorter.endsWith(code));
    });
  }

  it('import all of a CommonJS module, live, and leave a compiled one as it is', () => {
    const compiled = { __esModule: true };
    assert.equal(__importStar(compiled), compiled);
    const plain = { size: 1 };
    const all = __importStar(plain);
    plain.size = 2;
    assert.deepEqual({ ...all }, { size: 2, default: plain });
  });

  it('re-export all but the default, and nothing twice', () => {
    const to = { own: 1 };
    __exportStar({ own: 2, other: 3, default: 4 }, to);
    assert.deepEqual({ ...to }, { own: 1, other: 3 });
  });
});
