import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorOf } from '../../server/src/facts/anchors';
import { FactIndex } from '../../server/src/facts/index';
import type { FolderStatistics, KnownLinks } from '../../server/src/facts/knownLinks';
import type { SourceDocument } from '../../server/src/facts/model';
import type { Ruling } from '../../server/src/facts/rulings';
import { document, LIMITS, seen, SENTENCES, text } from '../fixtures/smallFolders';

type Folder = ReadonlyMap<number, string>;

interface Kept {
  readonly folder: Folder;
  readonly known: ReadonlyMap<string, KnownLinks>;
  readonly statistics: FolderStatistics;
}

const limits = fc.constantFrom(...LIMITS);
const folder = fc.array(fc.tuple(fc.nat(5), text), { maxLength: 6 }).map((files) => new Map(files));

function indexOf(
  files: Folder,
  limit: (typeof LIMITS)[number],
  rulings: readonly Ruling[] = [],
  between: (index: FactIndex, id: string) => void = () => undefined,
): FactIndex {
  const index = new FactIndex(limit);
  index.setRulings(rulings);
  for (const [file, content] of files) {
    index.replace(document(file, content));
    between(index, document(file, content).id);
  }
  return index;
}

function keptOf(files: Folder, limit: (typeof LIMITS)[number], rulings: readonly Ruling[] = []): Kept {
  const index = indexOf(files, limit, rulings);
  index.findings();
  assert.ok(index.linked);
  const known = new Map(index.documents().map(({ id }) => [id, index.knownLinks(id)]));
  const written = JSON.stringify({ known: [...known], statistics: index.statistics() });
  const read = JSON.parse(written) as { known: [string, KnownLinks][]; statistics: FolderStatistics };
  return { folder: files, known: new Map(read.known), statistics: read.statistics };
}

/** The folder as it is now, with what is known of the documents that are as they were. */
function restored(index: FactIndex, now: Folder, { folder: then, known, statistics }: Kept): FactIndex {
  const same = [...now].filter(([file, content]) => then.get(file) === content).map(([file]) => document(file, '').id);
  index.restore(new Map(same.map((id) => [id, known.get(id)!])), statistics);
  return index;
}

/** What was said of the first figures of two documents, where both have one. */
function rulingOn(kind: 'same' | 'not-same' | 'superseded', a: SourceDocument, b: SourceDocument): Ruling[] {
  const [x, y] = [a, b].map(({ tagged, label }) => {
    const [figure] = tagged.figures;
    return figure ? anchorOf(tagged.scanned, figure, label) : null;
  });
  return x && y ? [{ kind, sides: [x, y], reason: '' }] : [];
}

describe('what documents were found to have in common', function () {
  this.timeout(20_000);

  it('is not worked out again at the next start', () => {
    const files = new Map([0, 1, 10, 11].map((sentence, file) => [file, SENTENCES[sentence]!.replace('#', '60')]));
    const index = restored(indexOf(files, undefined), files, keptOf(files, undefined));
    assert.ok(index.linked);
    assert.deepEqual(seen(index), seen(indexOf(files, undefined)));
    assert.ok(index.facts().some(({ kind }) => kind === 'figure'));
    assert.ok(index.facts().some(({ kind }) => kind === 'quote'));
  });

  it('comes to what a folder comes to that was read anew, whatever changed meanwhile', () => {
    fc.assert(
      fc.property(folder, folder, fc.boolean(), limits, (then, edits, asked, limit) => {
        const now = new Map([...then, ...edits].filter(([, content]) => content !== '').reverse());
        const ask = (index: FactIndex, id: string): void => {
          if (!asked) return;
          index.factAt(id, 0);
          index.findingsOf(id);
        };
        const index = restored(indexOf(now, limit, [], ask), now, keptOf(then, limit));
        assert.deepEqual(seen(index), seen(indexOf(now, limit)));
      }),
      { numRuns: 60 },
    );
  });

  it('heeds what people say now, and not what they said then', () => {
    const kinds = fc.constantFrom('same' as const, 'not-same' as const, 'superseded' as const);
    const said = fc.option(kinds, { nil: null });
    fc.assert(
      fc.property(text, text, said, said, (one, other, then, now) => {
        const files = new Map([
          [0, one],
          [1, other],
        ]);
        const [a, b] = [document(0, one), document(1, other)];
        const [before, after] = [then, now].map((kind) => (kind ? rulingOn(kind, a, b) : []));
        const index = restored(indexOf(files, undefined, after), files, keptOf(files, undefined, before));
        assert.deepEqual(seen(index), seen(indexOf(files, undefined, after)));
      }),
      { numRuns: 60 },
    );
  });

  it('follows later edits as any other', () => {
    fc.assert(
      fc.property(folder, folder, limits, (then, edits, limit) => {
        const index = restored(indexOf(then, limit), then, keptOf(then, limit));
        index.findings();
        for (const [file, content] of edits) index.replace(document(file, content));
        assert.deepEqual(seen(index), seen(indexOf(new Map([...then, ...edits]), limit)));
      }),
      { numRuns: 40 },
    );
  });
});
