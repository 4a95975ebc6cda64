import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../build/bundles.mjs';

/**
 * What the client says, read off its sources. Not by @vscode/l10n-dev: that finds calls of `vscode.l10n.t` only, which the page of the
 * panel and the unit tests have not, and it brings 48 packages, the client of a translation service among them.
 */

/** The folders whose words a user sees in the language of the editor. */
const folders = ['client/src', 'client/webview'];

/**
 * @typedef {object} Findings
 * @property {string[]} messages what is given to `t`, sorted, each once
 * @property {string[]} problems a sentence for each place that a translator would not see
 */

/** @returns {Promise<Findings>} */
export async function collectMessages() {
  const messages = new Set();
  const problems = [];
  for (const file of await sourceFiles()) {
    const found = messagesOf(file, await readFile(join(root, file), 'utf8'));
    for (const message of found.messages) messages.add(message);
    problems.push(...found.problems);
  }
  return { messages: [...messages].sort(), problems };
}

/**
 * @param {string} file its path, for what is said of it
 * @param {string} source TypeScript
 * @returns {Findings}
 */
export function messagesOf(file, source) {
  const messages = [];
  const problems = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const report = (node, what) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    problems.push(`${file}:${line + 1}: ${what}`);
  };
  visit(tree);
  return { messages, problems };

  function visit(node) {
    if (isTranslation(node)) return take(node);
    if (isForNobody(node)) return visitUnread(node);
    for (const text of textsOf(node)) {
      if (isWording(node, text)) report(node, `“${text.trim()}” is not given to t()`);
    }
    ts.forEachChild(node, visit);
  }

  /** What somebody has given to t() there is for a user after all. */
  function visitUnread(node) {
    if (isTranslation(node)) take(node);
    else ts.forEachChild(node, visitUnread);
  }

  function take(call) {
    const [message, ...args] = call.arguments;
    for (const arg of args) visit(arg);
    if (!message || !ts.isStringLiteralLike(message)) return report(call, 't() needs its message as a literal');
    messages.push(message.text);
    const places = new Set(message.text.match(/\{\d+\}/g)).size;
    if (places !== args.length) report(call, `“${message.text}” has ${places} places and is given ${args.length}`);
  }
}

async function sourceFiles() {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true }))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    ),
  );
  return lists.flat().sort();
}

/** The words of a literal: those of a template stand between its expressions. Of markup, the tests see what it comes to. */
function textsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node) || node.head.text.startsWith('<')) return [];
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

const isTranslation = (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't';

/** Words of a language stand beside blanks or have a capital; names of commands, events and keys do not, unless they are shown. */
function isWording(node, text) {
  if (/\p{L}{2}[^\S\n]|\s\p{L}{2}/u.test(text)) return true;
  if (sameEverywhere.test(text) || !/\p{L}{2}/u.test(text)) return false;
  return (/^\p{Lu}\p{Ll}+\P{L}*$/u.test(text) && !isCompared(node)) || shown.test(targetOf(node));
}

/** Names, and the endings of files. */
const sameEverywhere = /^(Crosscheck|Markdown|\.\w+)$/;

/** Options and properties of the editor's that are words on the screen, however short. */
const shown =
  /^(title|label|placeHolder|prompt|description|detail|tooltip|message|spoken|openLabel|saveLabel|name|text|heading|word|textContent|placeholder|aria-label)$/;

/** What a literal is the value of: the name of a property, or ''. */
function targetOf(node) {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.initializer === node) return parent.name.getText().replace(/['"]/g, '');
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) return parent.left.name.text;
  return '';
}

/** The name of a key, for instance. */
function isCompared({ parent }) {
  if (ts.isCaseClause(parent)) return true;
  return ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
}

/** What no user reads in the editor: logs, which whoever helps must understand, errors of our own making, selectors, classes, modules, types. */
function isForNobody(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Error';
  if (ts.isCallExpression(node))
    return /^(output|console)\.\w+$|\.(querySelector(All)?|closest)$/.test(node.expression.getText());
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'class';
  return false;
}
