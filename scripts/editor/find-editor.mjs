import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';
import { root } from '../build/bundles.mjs';
import { Missing } from './missing.mjs';
import { which } from './system-packages.mjs';

/** The stand-in as an executable with the flags of desktop VS Code. */
const standIn = fileURLToPath(new URL('code-stand-in.mjs', import.meta.url));

/**
 * @typedef {object} Editor
 * @property {'desktop' | 'stand-in'} kind
 * @property {string} executable what `runTests({ vscodeExecutablePath })` is given
 * @property {string} why where it comes from, in words
 */

/**
 * The editor to test in: the one that VSCODE_EXECUTABLE names, a desktop VS Code that was downloaded before, a download
 * if the net answers at once, else the stand-in.
 * @returns {Promise<Editor>}
 */
export async function findEditor() {
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (chosen) {
    if (!existsSync(chosen))
      throw new Missing(`the editor ${chosen}`, 'Correct the environment variable VSCODE_EXECUTABLE, or unset it.');
    return { kind: 'desktop', executable: chosen, why: `VSCODE_EXECUTABLE, ${chosen}` };
  }
  if (!hasDisplay())
    return { kind: 'stand-in', executable: standIn, why: 'the stand-in, since desktop VS Code needs a display' };
  const present = downloadedBefore();
  if (present) return { kind: 'desktop', executable: present, why: `desktop VS Code, ${present}` };
  const downloaded = await download();
  if (downloaded)
    return { kind: 'desktop', executable: downloaded, why: `desktop VS Code, downloaded to ${downloaded}` };
  return { kind: 'stand-in', executable: standIn, why: 'the stand-in, since no download of desktop VS Code answered' };
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {string | undefined} the executable of the newest version in `.vscode-test/` */
function downloadedBefore() {
  const cache = join(root, '.vscode-test');
  if (!existsSync(cache)) return undefined;
  const executables = {
    linux: ['code'],
    darwin: ['Visual Studio Code.app/Contents/MacOS/Electron', 'Visual Studio Code.app/Contents/MacOS/Code'],
    win32: ['Code.exe'],
  };
  const versions = readdirSync(cache).filter(
    (entry) => entry.startsWith('vscode-') && existsSync(join(cache, entry, 'is-complete')),
  );
  return versions
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => (executables[process.platform] ?? []).map((name) => join(cache, version, name)))
    .find((file) => existsSync(file));
}

/**
 * Downloads in a process of its own, which can be ended when nothing answers: a connection that hangs would keep this
 * one alive.
 * @returns {Promise<string | undefined>}
 */
function download() {
  return new Promise((resolve) => {
    const child = fork(new URL('download-editor.mjs', import.meta.url), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    const silence = setTimeout(() => child.kill('SIGKILL'), 6_000);
    let executable;
    child.on('message', (message) => {
      clearTimeout(silence); // it answers: from here on it may take its time
      if (message.executable) executable = message.executable;
    });
    child.once('error', () => resolve(undefined));
    child.once('exit', () => {
      clearTimeout(silence);
      resolve(executable);
    });
  });
}

/** @returns {string | undefined} desktop VS Code that the user has, by its command */
export function codeOnPath() {
  return which(process.platform === 'win32' ? 'code.cmd' : 'code');
}
