import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAtExit } from './exit-hooks.mjs';
import { endGroup, spawnGroup } from './process-group.mjs';
import { writeSettings } from './profile.mjs';
import { runCommand } from './run-command.mjs';
import { installStandIn } from './stand-in-install.mjs';

const startTimeout = 60_000;

/**
 * @typedef {object} StandInServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} authority `127.0.0.1:PORT`
 * @property {Promise<string>} extensionHostDied resolves with what was said when an extension host left by itself
 * @property {import('node:child_process').ChildProcess} process
 * @property {() => Promise<void>} stop
 */

/**
 * A folder for one run of the editor, with everything that it writes, removed at the end.
 * @returns {Promise<{ folder: string, userDataDir: string, extensionsDir: string }>}
 */
export async function makeRunFolder() {
  const folder = removeAtExit(await mkdtemp(join(tmpdir(), 'crosscheck-editor-')));
  return { folder, userDataDir: join(folder, 'user-data'), extensionsDir: join(folder, 'extensions') };
}

/**
 * Starts the stand-in's server on a free port of this machine, reachable from nowhere else.
 * @param {object} options
 * @param {string} options.userDataDir
 * @param {string} options.extensionsDir
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.endWhenIdle] end when nobody has been connected for a while: a net under interrupted tests
 * @returns {Promise<StandInServer>}
 */
export async function startStandIn({ userDataDir, extensionsDir, settings, endWhenIdle = true }) {
  const { node, entry } = await installStandIn();
  const run = await makeRunFolder();
  await mkdir(extensionsDir, { recursive: true });
  await writeSettings(userDataDir, settings);
  const config = join(run.folder, 'config.yaml');
  await writeFile(config, 'auth: none\n');

  const args = [
    ...[entry, '--config', config, '--auth', 'none', '--bind-addr', '127.0.0.1:0'],
    ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
    ...[
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
    ],
    ...['--reconnection-grace-time', '10', ...(endWhenIdle ? ['--idle-timeout-seconds', '90'] : [])],
    // Without it the built workbench ignores the parameters of a test in silence, and nothing ever starts.
    ...['--vscode-option', 'enable-smoke-test-driver'],
  ];
  const child = spawnGroup(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: await cleanEnvironment(run.folder) });
  const { origin, extensionHostDied } = await listen(child);
  return {
    origin,
    authority: new URL(origin).host,
    extensionHostDied,
    process: child,
    async stop() {
      await endGroup(child);
      await rm(run.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/**
 * Installs a packaged extension into a folder of extensions.
 * @param {string} vsix
 * @param {{ userDataDir: string, extensionsDir: string }} profile
 */
export async function installExtension(vsix, { userDataDir, extensionsDir }) {
  const { node, entry } = await installStandIn();
  const run = await makeRunFolder();
  const config = join(run.folder, 'config.yaml');
  await writeFile(config, 'auth: none\n');
  const args = [
    '--config',
    config,
    '--user-data-dir',
    userDataDir,
    '--extensions-dir',
    extensionsDir,
    '--install-extension',
    vsix,
  ];
  const output = await runCommand(node, [entry, ...args], { env: await cleanEnvironment(run.folder) });
  await rm(run.folder, { recursive: true, force: true });
  return output;
}

/** What reads the output until the address is there, and goes on for the sake of what is said later. */
function listen(child) {
  let output = '';
  let died;
  const extensionHostDied = new Promise((resolve) => (died = resolve));
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`the stand-in editor did not start: ${why}\n${output.slice(-4000)}`));
    const timer = setTimeout(() => fail(`no address after ${startTimeout / 1000} s`), startTimeout);
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      const origin = /listening on (http:\/\/127\.0\.0\.1:\d+)/i.exec(output)?.[1];
      if (origin) {
        clearTimeout(timer);
        resolve({ origin, extensionHostDied });
      }
      const exit = /Extension Host Process exited with code: \S+/.exec(output)?.[0];
      if (exit) died(exit);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`it ended with ${signal ?? code}`);
      died(`the editor's server ended with ${signal ?? code}`);
    });
  });
}

/** The user's own settings, editors and ports stay out of a run; so does what it writes beside its profile. */
async function cleanEnvironment(folder) {
  const foreign = /^(VSCODE_|CODE_SERVER_|ELECTRON_|XDG_|npm_|PORT$|PASSWORD$|NODE_OPTIONS$)/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  await mkdir(home, { recursive: true });
  await mkdir(temporary, { recursive: true });
  return { ...own, HOME: home, TMPDIR: temporary, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}
