#!/usr/bin/env node
// Makes the three bundles that ship, and refuses to make them with something inside that must not be.
//   node scripts/build.mjs            once
//   node scripts/build.mjs --watch    again at every change
import * as esbuild from 'esbuild';
import { bundles, forbiddenInputs } from './build/bundles.mjs';
import { writeNotices } from './build/notices.mjs';
import { checkShippedSize, kilobytes } from './build/shipped.mjs';
import { watchReporter } from './build/watch-reporter.mjs';

if (process.argv.includes('--watch')) await watch();
else await once();

async function once() {
  const built = [];
  for (const options of bundles()) {
    const { metafile } = await esbuild.build(options).catch(() => process.exit(1)); // esbuild has said why
    const problems = forbiddenInputs(metafile);
    if (problems.length > 0) fail(problems);
    built.push({ file: options.outfile, metafile });
  }
  await writeNotices(built.map(({ metafile }) => metafile));
  for (const { file, metafile } of built) console.log(`${file.padEnd(26)} ${kilobytes(metafile.outputs[file].bytes)}`);
  const shipped = await checkShippedSize();
  console.log(shipped.summary);
  if (shipped.problem) fail([shipped.problem]);
}

async function watch() {
  const contexts = await Promise.all(
    bundles().map((options) => esbuild.context({ ...options, logLevel: 'silent', plugins: [watchReporter()] })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

/** @param {string[]} problems */
function fail(problems) {
  for (const problem of problems) console.error(`build: ${problem}`);
  process.exit(1);
}
