#!/usr/bin/env node
// Writes l10n/bundle.l10n.json, from which translators start: every message of the client.
//   node scripts/l10n.mjs
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './build/bundles.mjs';
import { collectMessages } from './l10n/messages.mjs';

const { messages, problems } = await collectMessages();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
const file = join(root, 'l10n/bundle.l10n.json');
await mkdir(dirname(file), { recursive: true });
await writeFile(
  file,
  `${JSON.stringify(Object.fromEntries(messages.map((message) => [message, message])), null, 2)}\n`,
);
console.log(`${file} ${messages.length} messages`);
