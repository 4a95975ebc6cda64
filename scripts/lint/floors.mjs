import { builtinModules } from 'node:module';
import { posix, relative, sep } from 'node:path';

/**
 * What each floor of the house may import: see ARCHITECTURE.md. A floor is a folder of `server/src`; the doors and
 * `server.ts` stand on top of all of them.
 * @type {Record<string, { floors: string[], pure: boolean }>}
 */
const house = {
  text: { floors: ['text'], pure: true },
  tag: { floors: ['tag', 'text'], pure: true },
  facts: { floors: ['facts', 'tag', 'text'], pure: true },
  workspace: { floors: ['workspace', 'facts', 'tag', 'text'], pure: false },
  commandLine: { floors: ['commandLine', 'workspace', 'facts', 'tag', 'text'], pure: false },
  // protocol.ts is plain data that the client shares: a feature answers in it.
  features: { floors: ['features', 'protocol', 'workspace', 'facts', 'tag', 'text'], pure: false },
};

/** Libraries that are pure themselves, so that a pure floor may use them. */
const pureLibraries = ['chrono-node', 'diff', 'fastest-levenshtein', 'natural'];

const nodeModules = new Set(builtinModules);

/**
 * Keeps the floors apart: nothing imports from a floor above its own, the pure floors import neither Node nor the
 * protocol, and nobody imports natural at its root.
 * @type {import('eslint').Rule.RuleModule}
 */
export const floors = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      above: '{{floor}}/ must not import {{target}}: a floor imports only from the floors below it.',
      node: '{{floor}}/ is pure: it must not import the Node module {{name}}. All I/O comes in from a door.',
      library: '{{floor}}/ is pure: it must not import {{name}}. Allowed are {{allowed}}.',
      outside: '{{floor}}/ must not import from outside server/src.',
      natural: 'Import natural by its submodules, not {{name}}: its root loads database clients and prints to stdout.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const floor = /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? '';
    const rules = house[floor];

    /** @param {import('estree').Node & { value?: unknown }} source */
    function check(source) {
      const name = source?.value;
      if (typeof name !== 'string') return;
      const report = (messageId, data = {}) =>
        context.report({ node: source, messageId, data: { floor, name, ...data } });
      if (isNaturalRoot(name)) report('natural');
      if (!rules) return;
      if (name.startsWith('.')) {
        const target = posix.join(posix.dirname(file), name);
        const inside = /^server\/src\/(.+)$/.exec(target)?.[1];
        const targetFloor = inside?.split('/')[0];
        if (!inside) report('outside');
        else if (!rules.floors.includes(targetFloor) && targetFloor !== 'types') report('above', { target: inside });
      } else if (rules.pure) {
        const library = name.startsWith('@') ? name.split('/', 2).join('/') : name.split('/', 1)[0];
        if (name.startsWith('node:') || nodeModules.has(library)) report('node');
        else if (!pureLibraries.includes(library)) report('library', { allowed: pureLibraries.join(', ') });
      }
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

/** @param {string} name */
function isNaturalRoot(name) {
  return /^natural(\/(index(\.js)?|lib(\/natural)?(\/index(\.js)?)?)?)?$/.test(name);
}
