import type { Figure } from '../tag/model';

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** A number as an editor writes it: 61 billion; 1,487; 2.5 million. Never longer than the digits that carry it. */
export function numberInWords(value: number): string {
  const size = Math.abs(value);
  for (const [scale, word] of SCALES) {
    if (size < scale) continue;
    const short = value / scale;
    if (Math.abs(short * 1000 - Math.round(short * 1000)) < 1e-6) return `${trim(short)} ${word}`;
    break;
  }
  return grouped(value);
}

function trim(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Digits in groups of three: not `toLocaleString`, whose answer depends on the machine. */
export function grouped(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  const [whole, fraction] = Math.abs(rounded).toString().split('.');
  if (!whole || whole.includes('e')) return String(value);
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${rounded < 0 ? '−' : ''}${groups.join(',')}${fraction ? `.${fraction}` : ''}`;
}

/** What is counted is named with its number up to this many characters. */
const LONGEST_COUNTED = 32;

/** The figure as a reason names it: as it was written, which is what the editor sees, with its hedge and what it counts. */
export function figureAsWritten(text: string, figure: Figure): string {
  const written = text.slice(figure.start, figure.end).replace(/\s+/g, ' ');
  const counted = figure.type === 'quantity' && figure.counted.length <= LONGEST_COUNTED ? figure.counted : '';
  const whole = counted && !written.endsWith(counted) ? `${written} ${counted.replace(/\s+/g, ' ')}` : written;
  return figure.hedge && !written.toLowerCase().startsWith(figure.hedge.toLowerCase())
    ? `${figure.hedge} ${whole}`
    : whole;
}
