import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../build/bundles.mjs';
import { endGroup, spawnGroup } from '../editor/process-group.mjs';

const timeLimit = 15 * 60_000;

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} report what is to be said of the failures; empty when there are none
 */

/**
 * Runs the commands of a suite, one after the other. A command that cannot run is a failure, never nothing.
 * @param {import('./suites.mjs').Suite} suite
 * @returns {Promise<Outcome>}
 */
export async function spawnSuite({ name, commands, mocha }) {
  const outcomes = [];
  for (const command of commands) outcomes.push(mocha ? await runMocha(name, command) : await runCheck(command));
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    report: outcomes.flatMap(({ report }) => report || []).join('\n'),
  };
}

async function runCheck(command) {
  const { ok, output } = await run(command);
  return ok ? { passed: 1, failed: 0, report: '' } : { passed: 0, failed: 1, report: output };
}

async function runMocha(name, command) {
  const file = join(root, 'out/results', `${name}.json`);
  await mkdir(join(file, '..'), { recursive: true });
  await rm(file, { force: true }); // an old one must not stand for this run
  const where = command.includes('json') ? ['--reporter-option', `output=${file}`] : ['--results', file];
  const { ok, output } = await run([...command, ...where]);
  const results = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!results) return { passed: 0, failed: 1, report: `the suite could not run\n${output}` };
  const { passes, failures } = results.stats;
  const report = results.failures.map(({ fullTitle, err }) => `✗ ${fullTitle}\n${err.stack ?? err.message}`);
  // Something outside the tests went wrong: an editor that died, a hook after the last test.
  const other = !ok && failures === 0 ? [output] : passes + failures === 0 ? ['it holds no test'] : [];
  return { passed: passes, failed: failures + other.length, report: [...report, ...other].join('\n') };
}

/** @returns {Promise<{ ok: boolean, output: string }>} */
function run(command) {
  return new Promise((resolve) => {
    const child = spawnGroup(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-100_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      keep(`\nended: it took longer than ${timeLimit / 60_000} minutes`);
      void endGroup(child);
    }, timeLimit);
    child.once('error', (error) => keep(`\n${error.message}`));
    child.once('close', (code) => {
      clearTimeout(timer);
      void endGroup(child).then(() => resolve({ ok: code === 0, output }));
    });
  });
}
