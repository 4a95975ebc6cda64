import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/**
 * Features of LSP that our server does not announce, by the capability that would announce them: the module that has the feature, of the same name
 * in `vscode-languageclient` and `vscode-languageserver`, or in one of them. They are a fifth of the client.
 */
export const unusedFeatures = {
  callHierarchyProvider: 'callHierarchy',
  colorProvider: 'colorProvider',
  declarationProvider: 'declaration',
  diagnosticProvider: 'diagnostic',
  documentFormattingProvider: 'formatting',
  documentOnTypeFormattingProvider: 'formatting',
  documentRangeFormattingProvider: 'formatting',
  inlineCompletionProvider: 'inlineCompletion',
  inlineValueProvider: 'inlineValue',
  linkedEditingRangeProvider: 'linkedEditingRange',
  monikerProvider: 'moniker',
  notebookDocumentSync: 'notebook',
  selectionRangeProvider: 'selectionRange',
  signatureHelpProvider: 'signatureHelp',
  typeDefinitionProvider: 'typeDefinition',
  typeHierarchyProvider: 'typeHierarchy',
  'workspace.textDocumentContent': 'textDocumentContent',
};

const modules = [...new Set(Object.values(unusedFeatures))].join('|');
const filter = new RegExp(`[\\\\/]vscode-language(?:client|server)[\\\\/]lib[\\\\/]common[\\\\/](?:${modules})\\.js$`);

/**
 * Leaves out of a build what neither side ever asks for. To the client a feature is then one that says nothing of itself when the connection is made,
 * to the server a mixin that adds nothing.
 * @returns {import('esbuild').Plugin}
 */
export function withoutUnusedFeatures() {
  return {
    name: 'without-unused-features',
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const names = featuresIn(await readFile(path, 'utf8'));
        // After an upgrade somebody has to look again.
        if (names.length === 0) return { errors: [{ text: `${basename(path)} exports no feature` }] };
        return { contents: path.includes('vscode-languageclient') ? clientStandIn(names) : serverStandIn(names) };
      });
    },
  };
}

/**
 * @param {string} source of a module
 * @returns {string[]} the names of the features that it exports
 */
export function featuresIn(source) {
  return [...source.matchAll(/^exports\.(\w+Feature) = \w+;$/gm)].map(([, name]) => name);
}

/** @param {string[]} names */
export function clientStandIn(names) {
  return `class Unused {
  fillClientCapabilities() {}
  initialize() {}
  getState() { return { kind: 'static' }; }
  clear() {}
}
${names.map((name) => `exports.${name} = class extends Unused {};`).join('\n')}`;
}

/** @param {string[]} names */
export function serverStandIn(names) {
  return names.map((name) => `exports.${name} = (Base) => Base;`).join('\n');
}
