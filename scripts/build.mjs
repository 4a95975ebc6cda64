#!/usr/bin/env node
// Makes the bundles that ship, and refuses to make them with something inside that must not be.
//   node scripts/build.mjs            once
//   node scripts/build.mjs --watch    again at every change
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { builds, forbiddenInputs, root } from './build/bundles.mjs';
import { writeNotices } from './build/notices.mjs';
import { checkShippedSize, kilobytes } from './build/shipped.mjs';
import { watchReporter } from './build/watch-reporter.mjs';

if (process.argv.includes('--watch')) await watch();
else await once();

async function once() {
  const metafiles = [];
  for (const options of builds) {
    const { metafile } = await esbuild.build({ ...options, logLevel: 'warning' }).catch(() => process.exit(1)); // it has said why
    fail(forbiddenInputs(metafile));
    metafiles.push(metafile);
  }
  await writeNotices(metafiles);
  await printSizes(metafiles.flatMap(({ outputs }) => Object.keys(outputs)));
  const { summary, problem } = await checkShippedSize();
  console.log(summary);
  if (problem) fail([problem]);
}

async function watch() {
  const contexts = await Promise.all(
    builds.map(({ plugins = [], ...options }) =>
      esbuild.context({ ...options, logLevel: 'silent', plugins: [...plugins, watchReporter()] }),
    ),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

/** @param {string[]} outputs */
async function printSizes(outputs) {
  for (const file of outputs.filter((output) => output.endsWith('.js'))) {
    console.log(`${file.padEnd(32)} ${kilobytes((await stat(join(root, file))).size)}`);
  }
}

/** @param {string[]} problems */
function fail(problems) {
  for (const problem of problems) console.error(`build: ${problem}`);
  if (problems.length > 0) process.exit(1);
}
