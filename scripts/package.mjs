#!/usr/bin/env node
// Makes the VSIX, of what `.vscodeignore` lets through.
//   node scripts/package.mjs          crosscheck-VERSION.vsix
//   node scripts/package.mjs FILE     under another name
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './build/bundles.mjs';
import { makePackage } from './build/package.mjs';
import { kilobytes } from './build/shipped.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = resolve(process.argv[2] ?? join(root, `crosscheck-${version}.vsix`));
execFileSync(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], { stdio: 'inherit' });
const bytes = await makePackage(file);
console.log(`${file} ${kilobytes(bytes).trim()}`);
