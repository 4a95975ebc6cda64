import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What VS Code calls in the extension host: runs every test file that lies beside this one. */
export async function run(): Promise<void> {
  // The first test waits for the server to have read the workspace, on a machine that may be busy.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000 });
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  const failures: Failure[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('fail', (test, { message, stack }: Error) =>
      failures.push({ fullTitle: test.fullTitle(), err: { message, stack } }),
    );
    runner.once('end', () => writeResults({ stats: runner.stats, failures }));
  });
  if (failures.length > 0) throw new Error(`${failures.length} failed`);
}

/** As in the results of mocha's own JSON reporter. */
interface Failure {
  fullTitle: string;
  err: { message: string; stack: string | undefined };
}

/** The caller believes these only: an extension host that dies reports success. */
function writeResults(results: { stats: Mocha.Stats | undefined; failures: Failure[] }): void {
  const file = process.env.CROSSCHECK_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
}
