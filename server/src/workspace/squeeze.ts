/** Makes of a string fewer bytes, as long as nobody asks for it. A door has it, or not. */
export interface Squeeze {
  squeeze(text: string): Uint8Array;
  /** The string that the bytes were made of. */
  expand(bytes: Uint8Array): string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** As UTF-8: what every door has. The string is well formed. */
export const asBytes: Squeeze = {
  squeeze: (text) => encoder.encode(text),
  expand: (bytes) => decoder.decode(bytes),
};
