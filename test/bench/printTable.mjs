/** Prints a Markdown table, the first column to the left and the others to the right. */
export function printTable(head, rows) {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((cells) => cells[i].length)));
  const line = (cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  console.log(
    [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'),
  );
}
