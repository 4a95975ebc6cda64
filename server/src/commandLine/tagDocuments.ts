import type { TaggedText } from '../tag/model';
import type { Corrections } from '../tag/corrections';
import { tag } from '../tag/tag';
import type { FileSystem } from '../workspace/fileSystem';
import { foreignLanguage } from '../workspace/foreignLanguage';
import { unpacked } from '../workspace/packedTags';
import { batchCharacters, batchFiles, worthThreads } from '../workspace/reading';
import type { Taggers } from '../workspace/taggers';
import { type NamedDocument, type Problem, readDocument } from './readPaths';

export interface Tagged {
  readonly document: NamedDocument;
  /** Why it is not tagged, or null where it vanished. */
  readonly tagged: TaggedText | Problem | null;
}

interface Read {
  readonly document: NamedDocument;
  readonly text: string | Problem | null;
}

/** The documents in their order, tagged. Of many, some are read ahead and tagged by threads; what comes out is the same. */
export async function* tagDocuments(
  fs: FileSystem,
  documents: readonly NamedDocument[],
  corrections: Corrections,
  taggers: Taggers | undefined,
): AsyncGenerator<Tagged> {
  const threads = documents.length >= worthThreads ? taggers : undefined;
  const flights: Promise<(() => Tagged)[]>[] = [];
  let batch: Read[] = [];
  let characters = 0;
  for (const document of documents) {
    const text = await readDocument(fs, document);
    if (!threads) {
      yield taggedFrom({ document, text }, null, corrections);
      continue;
    }
    batch.push({ document, text });
    characters += typeof text === 'string' ? text.length : 0;
    if (batch.length < batchFiles && characters < batchCharacters) continue;
    flights.push(inThreads(batch, corrections, threads));
    batch = [];
    characters = 0;
    if (flights.length >= threads.batches) for (const open of await flights.shift()!) yield open();
  }
  if (threads && batch.length > 0) flights.push(inThreads(batch, corrections, threads));
  for (const flight of flights) for (const open of await flight) yield open();
  threads?.rest();
}

async function inThreads(
  batch: readonly Read[],
  corrections: Corrections,
  threads: Taggers,
): Promise<(() => Tagged)[]> {
  const texts = batch.flatMap(({ document: { format }, text }) => (typeof text === 'string' ? [{ text, format }] : []));
  const packed = [...(await threads.tag(texts, corrections).catch(() => []))]; // then they are tagged here
  return batch.map((read) => {
    const made = typeof read.text === 'string' ? (packed.shift() ?? null) : null;
    return () => taggedFrom(read, made, corrections);
  });
}

/** A file that the user named is read in whatever language it is. */
function taggedFrom({ document, text }: Read, packed: string | null, corrections: Corrections): Tagged {
  if (typeof text !== 'string') return { document, tagged: text };
  const { format, named, path, settings } = document;
  const known = packed === null ? null : unpacked(packed, text, format);
  const tagged = known ?? tag(text, format, corrections);
  const foreign = named ? null : foreignLanguage(tagged.scanned, settings.languages);
  return { document, tagged: foreign ? { kind: 'note', path, reason: foreign } : tagged };
}
