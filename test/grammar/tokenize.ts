import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

const root = join(__dirname, '../..');

// Markdown's own grammar is the one that VS Code ships: see fixtures/README.md.
const grammarFiles: Record<string, string> = {
  'text.plain.crosscheck': join(root, 'syntaxes/plaintext.tmLanguage.json'),
  'markdown.crosscheck.injection': join(root, 'syntaxes/markdown-injection.tmLanguage.json'),
  'text.html.markdown': join(__dirname, 'fixtures/markdown.tmLanguage.json'),
};

export interface Token {
  start: number;
  end: number;
  scopes: string[];
}

/** Loads a grammar as VS Code does, with what is injected into it. */
export async function loadGrammar(scopeName: string): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (name) => {
      const file = grammarFiles[name];
      return Promise.resolve(file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : embedded(name));
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.crosscheck.injection'] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`there is no grammar ${scopeName}`);
  return grammar;
}

/** Stands in for a language inside Markdown: a rule whose languages cannot be loaded is dropped. */
function embedded(scopeName: string): IRawGrammar {
  const patterns = scopeName.startsWith('text.html') ? [{ match: '<[^>]*>', name: 'meta.tag.html' }] : [];
  return parseRawGrammar(JSON.stringify({ scopeName, patterns }), `${scopeName}.json`);
}

/** The tokens of each line. */
export function tokenize(grammar: IGrammar, lines: readonly string[]): Token[][] {
  let state = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes,
    }));
  });
}
