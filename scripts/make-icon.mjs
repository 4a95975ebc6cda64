#!/usr/bin/env node
// Draws icon.png, the extension's icon: a tick and, across it, a second stroke. Run it again after a change of the shapes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { root } from './build/bundles.mjs';

const size = 256;
const samples = 4; // a side: the edges are smooth because each pixel is the mean of sixteen points

const slate = [31, 42, 55];
const paper = [243, 244, 246];
const amber = [245, 158, 11];

/** Shapes from back to front, in a square of 128: each says whether a point is inside. */
const shapes = [
  { colour: slate, inside: roundedSquare(4, 124, 26) },
  { colour: amber, inside: stroke([46, 34], [92, 98], 7) },
  { colour: slate, inside: stroke([52, 92], [100, 38], 12) },
  { colour: paper, inside: either(stroke([28, 66], [52, 92], 7.5), stroke([52, 92], [100, 38], 7.5)) },
];

function roundedSquare(from, to, radius) {
  return (x, y) => {
    const dx = Math.max(from + radius - x, x - (to - radius), 0);
    const dy = Math.max(from + radius - y, y - (to - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
}

function stroke([ax, ay], [bx, by], halfWidth) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= halfWidth;
  };
}

function either(one, other) {
  return (x, y) => one(x, y) || other(x, y);
}

/** @returns {number[]} red, green, blue, alpha */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samples * samples; sample++) {
    const x = ((column + ((sample % samples) + 0.5) / samples) * 128) / size;
    const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) * 128) / size;
    const shape = shapes.findLast(({ inside }) => inside(x, y));
    if (shape) [...shape.colour, 255].forEach((value, channel) => (sum[channel] += value));
  }
  const covered = sum[3] / 255;
  return [
    ...sum.slice(0, 3).map((value) => Math.round(value / Math.max(covered, 1))),
    Math.round(sum[3] / samples ** 2),
  ];
}

/** The PNG container: a signature and chunks, each with its checksum. */
function png(width, height, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8); // eight bits a channel, with alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(checksum(body), body.length + 4);
  return out;
}

function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const rows = Buffer.alloc(size * (1 + size * 4)); // each row begins with the number of its filter, none
for (let row = 0; row < size; row++) {
  for (let column = 0; column < size; column++) rows.set(pixel(column, row), row * (1 + size * 4) + 1 + column * 4);
}
writeFileSync(join(root, 'icon.png'), png(size, size, rows));
