import { deflateSync, inflateSync } from 'fflate';
import { asBytes, type Squeeze } from './squeeze';

/** What a browser has only for streams, for which nobody could wait here. Half a millisecond for a text of usual length. */
export const browserSqueeze: Squeeze = {
  squeeze: (text) => deflateSync(asBytes.squeeze(text), { level: 1 }),
  expand: (bytes) => asBytes.expand(inflateSync(bytes)),
};
