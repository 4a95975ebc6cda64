import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { floors } from './floors.mjs';

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

/** A file of a floor that imports something. */
const importing = (filename, source) => ({ filename, code: `import { x } from '${source}';` });
const refused = (filename, source, messageId) => ({ ...importing(filename, source), errors: [{ messageId }] });

tester.run('crosscheck/floors', floors, {
  valid: [
    importing('server/src/tag/figures/money.ts', '../../text/scan'),
    importing('server/src/tag/figures/money.ts', './units'),
    importing('server/src/facts/index.ts', '../tag/model'),
    importing('server/src/facts/stems.ts', 'natural/lib/natural/stemmers/porter_stemmer'),
    importing('server/src/workspace/walk.ts', 'node:path'),
    importing('server/src/features/hover.ts', '../workspace/documents'),
    importing('server/src/features/hover.ts', 'vscode-languageserver'),
    importing('server/src/server.ts', './features/hover'),
    importing('client/src/extension.ts', 'vscode'),
  ],
  invalid: [
    refused('server/src/text/scan.ts', '../tag/model', 'above'),
    refused('server/src/tag/figures/money.ts', '../../facts/index', 'above'),
    refused('server/src/workspace/walk.ts', '../features/hover', 'above'),
    refused('server/src/features/hover.ts', '../server', 'above'),
    refused('server/src/text/scan.ts', 'node:fs', 'node'),
    refused('server/src/facts/index.ts', 'path', 'node'),
    refused('server/src/tag/tag.ts', 'vscode-languageserver', 'library'),
    refused('server/src/text/scan.ts', '../../../client/src/extension', 'outside'),
    refused('server/src/workspace/walk.ts', 'natural', 'natural'),
    refused('server/src/cli.ts', 'natural/lib/natural', 'natural'),
    { filename: 'server/src/text/scan.ts', code: `export * from '../tag/model';`, errors: [{ messageId: 'above' }] },
    { filename: 'server/src/text/scan.ts', code: `const x = import('node:fs');`, errors: [{ messageId: 'node' }] },
    {
      filename: 'server/src/text/scan.ts',
      code: `let x: import('../facts/model').Fact;`,
      errors: [{ messageId: 'above' }],
    },
    { filename: 'server/src/text/scan.ts', code: `const x = require('fs');`, errors: [{ messageId: 'node' }] },
  ],
});
