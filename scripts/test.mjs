#!/usr/bin/env node
// Runs every suite, one after the other, and goes on after one that fails. The last line is the sum: `N passed, N failed`.
//   node scripts/test.mjs                  all of them
//   node scripts/test.mjs unit protocol    some of them
import { spawnSuite } from './test/spawn-suite.mjs';
import { suites } from './test/suites.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
for (const suite of selected()) {
  const started = Date.now();
  const { passed, failed, report } = await spawnSuite(suite);
  total.passed += passed;
  total.failed += failed;
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${suite.name.padEnd(10)} ${passed} passed, ${failed} failed`.padEnd(44) + seconds.padStart(8));
  if (report) console.log(indent(report));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** What runs the bundles is run on fresh ones. */
function selected() {
  if (wanted.length === 0) return suites;
  const needsBuild = suites.some(({ name, needsBuild }) => needsBuild && wanted.includes(name));
  return suites.filter(({ name }) => wanted.includes(name) || (needsBuild && name === 'build'));
}

function indent(text) {
  return text.trimEnd().replace(/^(?=.)/gm, '    ');
}
