import type { Figure } from '../tag/model';

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
