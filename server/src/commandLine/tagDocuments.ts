import type { Corrections } from '../tag/corrections';
import type { FileSystem } from '../workspace/fileSystem';
import { foreignLanguage } from '../workspace/foreignLanguage';
import { PackedTexts } from '../workspace/heldText';
import type { PackedDocument } from '../workspace/packedTags';
import { batchCharacters, batchFiles, type Tagged, taggingOf, tagHere, worthThreads } from '../workspace/reading';
import type { Squeeze } from '../workspace/squeeze';
import type { Taggers } from '../workspace/taggers';
import { type NamedDocument, type Problem, readDocument } from './readPaths';

export interface Read {
  readonly document: NamedDocument;
  /** Why it is not tagged, or null where it vanished. */
  readonly tagged: Tagged | Problem | null;
}

interface Unread {
  readonly document: NamedDocument;
  readonly text: string | Problem | null;
}

/** What tags many texts: see `Surroundings`. */
export interface Hands {
  readonly taggers?: Taggers;
  readonly squeeze?: Squeeze;
}

/** The documents in their order, tagged. Of many, some are read ahead and tagged by threads; what comes out is the same. */
export async function* tagDocuments(
  fs: FileSystem,
  documents: readonly NamedDocument[],
  corrections: Corrections,
  { taggers, squeeze }: Hands,
): AsyncGenerator<Read> {
  const packed = new PackedTexts(squeeze);
  const threads = documents.length >= worthThreads ? taggers : undefined;
  const flights: Promise<(() => Read)[]>[] = [];
  let batch: Unread[] = [];
  let characters = 0;
  for (const document of documents) {
    const text = await readDocument(fs, document);
    if (!threads) {
      yield taggedFrom({ document, text }, null, packed, corrections);
      continue;
    }
    batch.push({ document, text });
    characters += typeof text === 'string' ? text.length : 0;
    if (batch.length < batchFiles && characters < batchCharacters) continue;
    flights.push(inThreads(batch, packed, corrections, threads));
    batch = [];
    characters = 0;
    if (flights.length >= threads.batches) for (const open of await flights.shift()!) yield open();
  }
  if (threads && batch.length > 0) flights.push(inThreads(batch, packed, corrections, threads));
  for (const flight of flights) for (const open of await flight) yield open();
  threads?.rest();
}

async function inThreads(
  batch: readonly Unread[],
  packedTexts: PackedTexts,
  corrections: Corrections,
  threads: Taggers,
): Promise<(() => Read)[]> {
  const texts = batch.flatMap(({ document: { format }, text }) => (typeof text === 'string' ? [{ text, format }] : []));
  const packed = [...(await threads.tag(texts, corrections).catch(() => []))]; // then they are tagged here
  return batch.map((read) => {
    const made = typeof read.text === 'string' ? (packed.shift() ?? null) : null;
    return () => taggedFrom(read, made, packedTexts, corrections);
  });
}

/** A file that the user named is read in whatever language it is. */
function taggedFrom(
  { document, text }: Unread,
  packed: PackedDocument | null,
  packedTexts: PackedTexts,
  corrections: Corrections,
): Read {
  if (typeof text !== 'string') return { document, tagged: text };
  const { format, named, path, settings } = document;
  const known = packed === null ? null : packedTexts.hold(text, format, packed, taggingOf(corrections));
  const tagged = known ?? tagHere(text, format, corrections);
  const foreign = named ? null : foreignLanguage(tagged.held.language, settings.languages);
  return { document, tagged: foreign ? { kind: 'note', path, reason: foreign } : tagged };
}
