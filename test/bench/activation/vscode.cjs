// Stands in for the module `vscode` where only the time is of interest: every name of it is there, can be called, constructed, extended and awaited,
// and does nothing. What the clients look into for decisions has a value.
const plain = new Map();

/** Something of which everything can be had. */
function anything(name) {
  const known = new Map();
  return new Proxy(class {}, {
    get: (target, key) => {
      if (key === 'prototype') return target.prototype;
      if (key === 'then' || key === Symbol.iterator) return undefined;
      if (key === Symbol.toPrimitive) return () => name;
      if (!known.has(key)) known.set(key, plain.get(`${name}.${String(key)}`) ?? anything(`${name}.${String(key)}`));
      return known.get(key);
    },
    apply: () => ({ dispose: () => undefined }),
    construct: (_, args, wanted) => Reflect.construct(Object, args, wanted),
  });
}

class EventEmitter {
  listeners = new Set();
  event = (listener) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(value) {
    for (const listener of this.listeners) listener(value);
  }
  dispose() {}
}

class Uri {
  constructor(path) {
    Object.assign(this, { scheme: 'file', authority: '', path, fsPath: path, query: '', fragment: '' });
  }
  static file = (path) => new Uri(path);
  static parse = (text) => new Uri(text.replace(/^file:\/\//, ''));
  static joinPath = (base, ...names) => new Uri([base.path, ...names].join('/'));
  toString() {
    return `file://${this.path}`;
  }
}

class Disposable {
  constructor(dispose) {
    this.dispose = dispose ?? (() => undefined);
  }
  static from = (...all) => new Disposable(() => all.forEach((each) => each.dispose()));
}

const nothing = () => undefined;
const disposable = () => new Disposable();
const output = Object.fromEntries(
  ['append', 'appendLine', 'clear', 'show', 'hide', 'dispose', 'trace', 'debug', 'info', 'warn', 'error'].map(
    (name) => [name, nothing],
  ),
);
const values = {
  'vscode.EventEmitter': EventEmitter,
  'vscode.Uri': Uri,
  'vscode.Disposable': Disposable,
  'vscode.version': '1.100.0',
  'vscode.env.appName': 'stand-in',
  'vscode.env.language': 'en',
  'vscode.l10n.bundle': {},
  'vscode.commands.executeCommand': () => Promise.resolve(),
  'vscode.window.createOutputChannel': () => ({ ...output, onDidChangeLogLevel: disposable }),
  'vscode.window.createTreeView': () => ({ onDidChangeVisibility: disposable, dispose: nothing, visible: false }),
  'vscode.window.activeTextEditor': undefined,
  'vscode.window.visibleTextEditors': [],
  'vscode.window.tabGroups': { all: [], onDidChangeTabs: disposable, onDidChangeTabGroups: disposable },
  'vscode.workspace.workspaceFolders': [],
  'vscode.workspace.textDocuments': [],
  'vscode.workspace.notebookDocuments': [],
  'vscode.workspace.getConfiguration': () => ({ get: nothing, has: () => false, inspect: nothing }),
};
for (const [name, value] of Object.entries(values)) plain.set(name, value);

module.exports = anything('vscode');
