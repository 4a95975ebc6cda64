/**
 * Lines of a text, for the doors and the features: the floors between count in offsets alone.
 * A line ends after `\n`, `\r\n` or a lone `\r`, as in the language server protocol.
 */
export interface Lines {
  /** Offset of the first character of each line; the first is 0. */
  readonly starts: readonly number[];
  readonly length: number;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  // The engine looks for one character ten times as fast as a loop looks at each.
  let feed = text.indexOf('\n');
  let lone = loneReturn(text, 0);
  while (feed >= 0 || lone >= 0) {
    if (lone >= 0 && (feed < 0 || lone < feed)) {
      starts.push(lone + 1);
      lone = loneReturn(text, lone + 1);
    } else {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return { starts, length: text.length };
}

/** The lines as a string, a unit for the length of each, in an eighth of the room; null where one has more than fit. */
export function packLines({ starts, length }: Lines): string | null {
  const lengths = starts.map((start, i) => (starts[i + 1] ?? length) - start);
  if (lengths.some((each) => each > LONGEST)) return null;
  // Made one by one: there may be more lines than a call takes arguments.
  return lengths.map((each) => String.fromCharCode(each)).join('');
}

/** The lines that a string was made of. They stay packed until somebody asks for `starts`. */
export function unpackLines(packed: string): Lines {
  return new PackedLines(packed);
}

class PackedLines implements Lines {
  private unpacked: Lines | null = null;

  constructor(readonly packed: string) {}

  get starts(): readonly number[] {
    return this.all().starts;
  }

  get length(): number {
    return this.all().length;
  }

  private all(): Lines {
    if (this.unpacked) return this.unpacked;
    const { packed } = this;
    const starts: number[] = [];
    let length = 0;
    for (let i = 0; i < packed.length; i++) {
      starts.push(length);
      length += packed.charCodeAt(i);
    }
    return (this.unpacked = { starts, length });
  }
}

/** Do they take little room, and little time to be had once more? */
export function arePacked(lines: Lines): boolean {
  return lines instanceof PackedLines;
}

const LONGEST = 0xffff;

/** Where the next `\r` without `\n` behind it stands, or -1. */
function loneReturn(text: string, from: number): number {
  let at = text.indexOf('\r', from);
  while (at >= 0 && text.charCodeAt(at + 1) === 10) at = text.indexOf('\r', at + 1);
  return at;
}

/** Zero-based line and UTF-16 column of an offset; an offset outside the text is moved to its nearer end. */
export function positionAt(lines: Lines, offset: number): { line: number; character: number } {
  const at = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (lines.starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return { line: low, character: at - lines.starts[low]! };
}

/** `positionAt` for one offset after the other. Where they ascend, packed lines are gone through once and stay packed. */
export function walkPositions(lines: Lines): (offset: number) => { line: number; character: number } {
  if (!(lines instanceof PackedLines)) return (offset) => positionAt(lines, offset);
  const { packed } = lines;
  const last = packed.length - 1;
  let line = 0;
  let start = 0;
  return (offset) => {
    if (offset < start) line = start = 0;
    while (line < last && start + packed.charCodeAt(line) <= offset) start += packed.charCodeAt(line++);
    const inLine = line < last ? offset - start : Math.min(offset - start, packed.charCodeAt(line));
    return { line, character: Math.max(0, inLine) };
  };
}

/** The offset of a zero-based position; a line or column past the end is moved back to it. */
export function offsetAt(lines: Lines, position: { line: number; character: number }): number {
  if (position.line < 0) return 0;
  if (position.line >= lines.starts.length) return lines.length;
  const start = lines.starts[position.line]!;
  const next = lines.starts[position.line + 1] ?? lines.length;
  return Math.max(start, Math.min(start + position.character, next));
}
