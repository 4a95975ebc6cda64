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

  it('comes with what was found, which later edits outdate as any other', () => {
    const kinds = fc.constantFrom('same' as const, 'not-same' as const, 'superseded' as const);
    const said = fc.option(kinds, { nil: null });
    const steps = fc.array(fc.tuple(fc.nat(5), text), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(folder, steps, said, fc.boolean(), limits, (then, edits, kind, asked, limit) => {
        const [a, b] = Array.from(then, ([file, content]) => document(file, content));
        const rulings = kind && a && b ? rulingOn(kind, a, b) : [];
        const kept = keptOf(then, limit, rulings);
        const index = indexOf(new Map([...then].reverse()), limit, rulings, (early, id) => {
          if (asked) early.findingsOf(id);
        });
        restored(index, then, kept).restoreFound(kept.known);
        assert.deepEqual([...index.takeChanged()].sort(), [...kept.known.keys()].sort());
        assert.deepEqual(index.findings(), indexOf(then, limit, rulings).findings());
        const now = new Map(then);
        for (const [file, content] of edits) {
          if (content === '') index.remove(document(file, '').id);
          else index.replace(document(file, content));
          if (content === '') now.delete(file);
          else now.set(file, content);
          if (asked) index.findings();
        }
        assert.deepEqual(seen(index), seen(indexOf(now, limit, rulings)));
      }),
      { numRuns: 100 },
    );
  });

  it('comes with what was found of every kind, which every kind of change outdates', () => {
    const [odd, usual] = ['Then Heydar Orlovandi spoke.', 'Then Heidar Orlovandi spoke.'];
    const then = new Map([
      [0, `${SENTENCES[0]!.replace('#', '60')} ${odd}`],
      [1, `${SENTENCES[1]!.replace('#', '61')} ${usual}`],
      [2, `${SENTENCES[10]!.replace('#', '12')} ${usual}`],
      [3, `${SENTENCES[11]!.replace('#', '12')} ${usual}`],
      [4, 'The ministers of Varde and Skerry signed a fishing treaty days before Varde invaded Ostland.'],
      [5, 'Parliament approved a 62 million dollar loan for the Varde bridge in April.'],
      [
        6,
        'In the capital, the ministers of Varde and Skerry signed a fishing treaty weeks before the invasion of Ostland by Varde.',
      ],
    ]);
    const kept = keptOf(then, undefined);
    const codes = new Set([...kept.known.values()].flatMap(({ found }) => found.map(({ code }) => code)));
    assert.deepEqual([...codes].sort(), ['conflicting-date', 'conflicting-figure', 'name-spelling', 'quote-wording']);
    for (const file of then.keys()) {
      for (const next of ['', SENTENCES[0]!.replace('#', '61'), then.get(6)!, `${then.get(file)!} ${usual}`, odd]) {
        const index = restored(indexOf(then, undefined), then, kept);
        index.restoreFound(kept.known);
        const now = new Map(then);
        if (next === '') index.remove(document(file, '').id);
        else index.replace(document(file, next));
        if (next === '') now.delete(file);
        else now.set(file, next);
        assert.deepEqual(index.findings(), indexOf(now, undefined).findings());
      }
    }
  });

  it('gives what was found then without looking for it', () => {
    const files = new Map([0, 1, 10, 11].map((sentence, file) => [file, SENTENCES[sentence]!.replace('#', '60')]));
    files.set(1, SENTENCES[1]!.replace('#', '61'));
    const { known, ...kept } = keptOf(files, undefined);
    const marked = new Map(
      Array.from(known, ([id, links]) => [
        id,
        { ...links, found: links.found.map((finding) => ({ ...finding, reason: 'as kept' })) },
      ]),
    );
    const index = restored(indexOf(files, undefined), files, { known: marked, ...kept });
    index.restoreFound(marked);
    const reasons = index.findings().map(({ reason }) => reason);
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason === 'as kept'));
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
