/** A file's text, or why it is none. */
export type Decoded = { readonly text: string } | { readonly skipped: string };

/** Files above this are not read: no source text is that long, and one would hold up all others. */
export const largestFile = 20 * 1024 * 1024;

export function tooLarge(bytes: number): string | null {
  if (bytes <= largestFile) return null;
  return `too large (${Math.ceil(bytes / 1024 / 1024)} MB; the limit is ${largestFile / 1024 / 1024} MB)`;
}

/**
 * The text of a file. UTF-8 unless a byte-order mark says UTF-16; the mark is left out, as in an editor, so that offsets
 * agree with it. Invalid bytes become U+FFFD. What holds NUL or mostly control characters is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const large = tooLarge(bytes.length);
  if (large) return { skipped: large };
  const encoding = byteOrderMark(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    return { skipped: 'binary: it holds NUL bytes (UTF-16 needs a byte-order mark)' };
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { skipped: 'binary: it holds NUL characters' };
  if (mostlyControl(text)) return { skipped: 'binary: it holds control characters' };
  return { text };
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** More than one in ten of the first characters: compressed data without a NUL, a recording of a terminal. */
function mostlyControl(text: string): boolean {
  const looked = Math.min(text.length, 8000);
  let control = 0;
  for (let i = 0; i < looked; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 && !(c >= 9 && c <= 13)) control++;
  }
  return control * 10 > looked;
}
