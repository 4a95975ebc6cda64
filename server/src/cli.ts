#!/usr/bin/env node
import { join } from 'node:path';
import { version } from '../../package.json';
import { run } from './commandLine/run';
import { nodePaths } from './workspace/nodeFileSystem';
import { nodeSqueeze } from './workspace/nodeSqueeze';
import { workerTaggers } from './workspace/workerTaggers';

// The door of the command line. The process ends by itself once everything is written: process.exit() would cut a pipe off.
const { stdout, stderr } = process;

/** The reader went away (`| head`): that is its right, and nothing more needs to be said. */
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), {
  fs: nodePaths,
  version,
  print: (text) => write(stdout, text),
  complain: (text) => write(stderr, text),
  taggers: workerTaggers(join(__dirname, 'tagger.js')),
  squeeze: nodeSqueeze,
  colour: stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
}).then((status) => {
  process.exitCode = status;
});

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(text, () => resolve()));
}
