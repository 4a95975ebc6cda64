import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { atInterrupt } from './exit-hooks.mjs';
import { Missing } from './missing.mjs';
import { installSystemPackages, which } from './system-packages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser that shows the stand-in, installed if it is absent and can be.
 * @returns {Promise<string>} path of the executable
 */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_EXECUTABLE;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Missing(`the browser ${chosen}`, 'Correct the environment variable CHROMIUM_EXECUTABLE, or unset it.');
  }
  const found = present();
  if (found) return found;
  await installSystemPackages(['chromium', 'fonts-dejavu-core'], 'a browser for the editor tests, Chromium');
  return present() ?? notFound();
}

function present() {
  const onPath = names.map(which).find(Boolean);
  if (onPath) return onPath;
  const ofPlaywright = chromium.executablePath();
  return existsSync(ofPlaywright) ? ofPlaywright : undefined;
}

function notFound() {
  throw new Missing('a browser for the editor tests', 'Install Chromium, or set CHROMIUM_EXECUTABLE to one.');
}

/**
 * Starts it without a window, without any network but this machine.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchChromium() {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox', // as root there is none
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    // Our own exit hooks end everything; playwright's would leave before they ran.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const forget = atInterrupt(() => browser.close());
  browser.once('disconnected', forget);
  return browser;
}
