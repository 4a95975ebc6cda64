// One activation in a process of its own, as the editor's extension host does it: loads the bundle of an extension, activates it, waits until its server
// has answered `initialize`. Prints one line of JSON.
//   node test/bench/activation/host.cjs BUNDLE FOLDER
const childProcess = require('node:child_process');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const vscode = require('./vscode.cjs');

const [bundle, folder] = process.argv.slice(2);
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

let server;
let initialized;
const answered = new Promise((resolve) => (initialized = resolve));
const { fork } = childProcess;
childProcess.fork = (...args) => {
  server = fork(...args);
  const { send } = server;
  server.send = (message, ...rest) => {
    if (message.method === 'initialized') initialized();
    return send.call(server, message, ...rest);
  };
  return server;
};

const state = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
const context = {
  subscriptions: [],
  extensionUri: vscode.Uri.file(folder),
  extensionPath: folder,
  asAbsolutePath: (path) => join(folder, path),
  storageUri: undefined,
  globalStorageUri: vscode.Uri.file(join(folder, 'storage')),
  workspaceState: state,
  globalState: state,
};

/** Milliseconds on all cores, in steps of 10; null where the system does not tell. */
function processorTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return (user + system) * 10;
  } catch {
    return null;
  }
}

const start = performance.now();
const before = process.cpuUsage();
const { activate } = require(bundle);
const loaded = performance.now() - start;
activate(context);
const activated = performance.now() - start;
const { user, system } = process.cpuUsage(before);
answered.then(() => {
  const ready = performance.now() - start;
  const cpu = processorTimeOf(server.pid);
  console.log(JSON.stringify({ loaded, activated, cpu: (user + system) / 1000, ready, serverCpu: cpu }));
  server.kill('SIGKILL');
  process.exit();
});
