import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @param {string} name
 * @returns {string | undefined} the path of the program, if it is on PATH
 */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder || '.', name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not there
    }
  }
  return undefined;
}

/**
 * Installs packages of the system, where that can be done without asking: as root, with apt-get.
 * @param {string[]} packages
 * @param {string} what what is missing without them, for the message
 */
export async function installSystemPackages(packages, what) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Missing(what, `Install it as root: ${command}`);
  if (!which('apt-get'))
    throw new Missing(what, `There is no apt-get here: install ${packages.join(', ')} with your system's means.`);
  console.log(`installing ${packages.join(', ')} (${what})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...packages];
  try {
    await runCommand('apt-get', install, { env });
  } catch {
    // The list of packages may be absent (a fresh container) or name versions that are gone.
    await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'update'], { env }).catch(() => {});
    await runCommand('apt-get', install, { env }).catch((error) => {
      throw new Missing(what, `${command} failed: ${error.message}`);
    });
  }
}
