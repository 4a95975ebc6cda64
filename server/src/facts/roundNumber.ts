const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** A number for a reader, to so many digits that tell: “26”, “1,400”, “1.4 million”. The same on every machine, as `Intl` is not. */
export function roundNumber(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const scale = SCALES.find(([least]) => Math.abs(rounded) >= least && Math.abs(rounded) < 1e15);
  if (scale) return `${Number((rounded / scale[0]).toPrecision(digits))} ${scale[1]}`;
  const [whole, fraction] = String(rounded).split('.') as [string, string?];
  if (/\D/.test(whole)) return String(rounded);
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}
