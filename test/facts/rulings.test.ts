import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Anchor, anchorOf, placesOf } from '../../server/src/facts/anchors';
import { FactIndex } from '../../server/src/facts/index';
import type { SourceDocument } from '../../server/src/facts/model';
import type { Ruling } from '../../server/src/facts/rulings';
import { tag } from '../../server/src/tag/tag';
import { scan } from '../../server/src/text/scan';
import type { Span } from '../../server/src/text/span';

const loan: Record<string, string> = {
  'a.txt': 'Parliament approved a $61 million loan for the Varde bridge in April. Work begins soon.\n',
  'b.txt': 'In April, parliament approved a $68 million loan for the Varde bridge.\n',
};

function document(label: string, text: string): SourceDocument {
  return { id: `file:///${label}`, label, draft: label.startsWith('draft'), tagged: tag(text) };
}

function indexOf(texts: Record<string, string>, rulings: readonly Ruling[] = []): FactIndex {
  const index = new FactIndex();
  index.setRulings(rulings);
  for (const [label, text] of Object.entries(texts)) index.replace(document(label, text));
  return index;
}

function anchor(texts: Record<string, string>, label: string, words: string): Anchor {
  const text = texts[label]!;
  const start = text.indexOf(words);
  const found = anchorOf(scan(text), { start, end: start + words.length }, label);
  assert.ok(found, `${words} in ${label}`);
  return found;
}

const sides = (texts = loan): [Anchor, Anchor] => [
  anchor(texts, 'a.txt', '$61 million'),
  anchor(texts, 'b.txt', '$68 million'),
];
const checked = (texts = loan): Ruling => ({
  kind: 'checked',
  code: 'conflicting-figure',
  sides: sides(texts),
  reason: 'asked the clerk',
});
const ruling = (kind: 'not-same' | 'same' | 'superseded', [a, b] = sides()): Ruling => ({
  kind,
  sides: [a, b],
  reason: '',
});
const codes = (index: FactIndex): string[] => index.findings().map(({ code }) => code);
const orphans = (index: FactIndex): string[] => index.orphans().map(({ anchor, why }) => `${anchor.quote} ${why}`);

describe('rulings', () => {
  it('take a checked finding away, whichever side it stands at, and keep it to be listed', () => {
    assert.deepEqual(codes(indexOf(loan)), ['conflicting-figure']);
    const index = indexOf(loan, [checked()]);
    assert.deepEqual(codes(index), []);
    const listed = index.documents().flatMap(({ id }) => index.checkedIn(id));
    assert.deepEqual(
      listed.map(({ finding, ruling }) => [finding.code, ruling.reason]),
      [['conflicting-figure', 'asked the clerk']],
    );
    // Renamed, the other document comes last.
    assert.deepEqual(codes(indexOf({ 'z.txt': loan['a.txt']!, 'b.txt': loan['b.txt']! }, [checked()])), []);
  });

  it('account for values that were known, and for no other', () => {
    const another = { ...loan, 'c.txt': 'Parliament approved a loan of $68 million for the Varde bridge in April.\n' };
    assert.deepEqual(codes(indexOf(another, [checked()])), []);
    const newer = { ...loan, 'c.txt': 'Parliament approved a loan of $75 million for the Varde bridge in April.\n' };
    assert.deepEqual(codes(indexOf(newer, [checked()])), ['conflicting-figure']);
  });

  it('part what is not the same fact, and join what is', () => {
    const apart = indexOf(loan, [ruling('not-same')]);
    assert.deepEqual(codes(apart), []);
    assert.deepEqual(
      apart.facts().filter(({ kind }) => kind === 'figure'),
      [],
    );
    assert.equal(apart.factAt('file:///a.txt', loan['a.txt']!.indexOf('61'))?.statements.length, 1);

    const strangers = {
      'a.txt': 'The harbour board of Skerry spent $61 million on cranes.\n',
      'b.txt': 'A bill of $68 million came in, Joan Pell wrote.\n',
    };
    assert.deepEqual(codes(indexOf(strangers)), []);
    const joined = indexOf(strangers, [ruling('same', sides(strangers))]);
    assert.deepEqual(codes(joined), ['conflicting-figure']);
  });

  it('take away findings that are not about two figures', () => {
    const told = {
      'a.txt': 'The bridge of Varde opened on the eve of the vote, Joan Pell said in an interview with Radio Skerry.\n',
      'b.txt': 'The bridge of Varde opened on the day of the vote, Joan Pell said in an interview with Radio Skerry.\n',
    };
    const [finding] = indexOf(told).findings();
    if (!finding) assert.fail('the order of two events is not compared any more');
    const anchors = [finding, ...finding.related].map(({ document: id, start, end }) => {
      const label = id.slice('file:///'.length) as keyof typeof told;
      return anchorOf(scan(told[label]), { start, end }, label)!;
    });
    assert.deepEqual(codes(indexOf(told, [ruling('not-same', [anchors[0]!, anchors[1]!])])), []);
    assert.equal(codes(indexOf(told, [ruling('same', [anchors[0]!, anchors[1]!])])).length, 1);
  });

  it('make of what is superseded an update, which is no finding', () => {
    const index = indexOf(loan, [ruling('superseded')]);
    assert.deepEqual(codes(index), []);
    const { statements } = index.factAt('file:///b.txt', loan['b.txt']!.indexOf('68'))!;
    const other = statements.find(({ document }) => document === 'file:///a.txt')!;
    assert.equal(other.judgement?.verdict, 'updated');
    assert.equal(other.judgement.reason, '“$61 million” is superseded by “$68 million”');
  });

  it('hold for quotations too', () => {
    const quotes = {
      'a.txt': '“We should have built the northern wall a long time ago,” said Ingrid Halvorsen.\n',
      'b.txt': '“We should have built the northern wall a very short time ago,” said Ingrid Halvorsen.\n',
    };
    const both: [Anchor, Anchor] = [
      anchor(quotes, 'a.txt', quotes['a.txt'].slice(0, quotes['a.txt'].indexOf(' said'))),
      anchor(quotes, 'b.txt', quotes['b.txt'].slice(0, quotes['b.txt'].indexOf(' said'))),
    ];
    assert.deepEqual(codes(indexOf(quotes)), ['quote-wording']);
    assert.deepEqual(codes(indexOf(quotes, [ruling('not-same', both)])), []);
    assert.deepEqual(codes(indexOf(quotes, [ruling('superseded', both)])), []);
    assert.deepEqual(codes(indexOf(quotes, [{ kind: 'checked', code: 'quote-wording', sides: both, reason: '' }])), []);
  });

  it('leave a trusted file alone, and report what differs from it', () => {
    for (const trusted of ['a.txt', 'b.txt']) {
      const index = new FactIndex();
      for (const [label, text] of Object.entries(loan)) {
        index.replace({ ...document(label, text), trusted: label === trusted });
      }
      assert.deepEqual(
        index.findings().map(({ document }) => document),
        [trusted === 'a.txt' ? 'file:///b.txt' : 'file:///a.txt'],
      );
    }
  });

  it('follow a text that moves inside its file, into another, or is renamed with it', () => {
    const moved = `Late news\n\nSomething else happened.\n\n${loan['a.txt']!}`;
    assert.deepEqual(codes(indexOf({ ...loan, 'a.txt': moved }, [checked()])), []);
    const elsewhere = { 'a.txt': 'Nothing here.\n', 'sub/new.txt': moved, 'b.txt': loan['b.txt']! };
    assert.deepEqual(codes(indexOf(elsewhere, [checked()])), []);
  });

  it('are orphaned where their words are gone, changed or ambiguous', () => {
    const gone = indexOf({ ...loan, 'a.txt': loan['a.txt']!.replace('61', '62') }, [checked()]);
    assert.deepEqual(codes(gone), ['conflicting-figure']);
    assert.deepEqual(orphans(gone), ['$61 million gone']);
    const context = indexOf({ ...loan, 'a.txt': loan['a.txt']!.replace('approved', 'rejected') }, [checked()]);
    assert.deepEqual(orphans(context), ['$61 million gone']);
    const copies = { 'x.txt': loan['a.txt']!, 'y.txt': loan['a.txt']!, 'b.txt': loan['b.txt']! };
    assert.deepEqual(orphans(indexOf(copies, [checked()])), ['$61 million ambiguous']);
    const twice = indexOf({ ...loan, 'a.txt': `${loan['a.txt']!}\n\n${loan['a.txt']!}` }, [checked()]);
    assert.deepEqual(orphans(twice), ['$61 million ambiguous']);
    // The file that the decision names decides between copies.
    assert.deepEqual(orphans(indexOf({ ...loan, 'copy.txt': loan['a.txt']! }, [checked()])), []);
  });

  it('come back with the words that they speak of', () => {
    const index = indexOf(loan, [checked()]);
    assert.deepEqual(codes(index), []);
    index.replace(document('a.txt', 'Nothing.\n'));
    assert.deepEqual(orphans(index), ['$61 million gone']);
    index.replace(document('c.txt', loan['a.txt']!));
    assert.deepEqual([codes(index), orphans(index)], [[], []]);
    index.replace(document('d.txt', loan['a.txt']!));
    assert.deepEqual(orphans(index), ['$61 million ambiguous']);
    index.remove('file:///d.txt');
    assert.deepEqual(orphans(index), []);
    index.setRulings([]);
    assert.deepEqual(codes(index), ['conflicting-figure']);
  });
});

const word = fc.constantFrom(
  '60',
  '$60',
  'people',
  'were',
  'killed',
  'in',
  'the',
  'storm',
  'on',
  'Monday.',
  'about',
  '61',
);
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '  ');
const prose = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 40 }).map((list) => list.flat().join(''));

describe('an anchor', function () {
  this.timeout(10_000);

  it('is found where it was made, and nowhere else', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.integer({ min: 1, max: 12 }), (text, at, length) => {
        const start = at % text.length;
        const span = { start, end: Math.min(text.length, start + length) };
        const scanned = scan(text);
        const made = anchorOf(scanned, span, 'a.txt');
        if (!made) return;
        const places = placesOf(scanned, made);
        assert.equal(places.length, 1);
        const [place] = places;
        const squeezed = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ').trim();
        assert.equal(squeezed(place!.start, place!.end), squeezed(span.start, span.end));
        assert.equal(text.slice(span.start, place!.start).trim(), '');
      }),
      { numRuns: 300 },
    );
  });

  it('survives edits elsewhere, and never stands for other words than its own in their context', () => {
    fc.assert(
      fc.property(prose, prose, prose, fc.nat(), fc.boolean(), (head, tail, added, at, inFront) => {
        const sentence = 'Rescuers said that 60 people were pulled from the flooded mill by night.';
        const text = `${head}\n\n${sentence}\n\n${tail}`;
        const start = text.indexOf('60 people were pulled');
        const made = anchorOf(scan(text), { start, end: start + 2 }, 'a.txt');
        assert.ok(made);
        // Anywhere but in the paragraph of the quote.
        const cut = inFront ? at % (head.length + 1) : text.length - (at % (tail.length + 1));
        const edited = `${text.slice(0, cut)}${added}${text.slice(cut)}`;
        const kept = edited.includes(`\n\n${sentence}\n\n`);
        const places = placesOf(scan(edited), made);
        for (const place of places) assert.ok(edited.slice(place.start).startsWith('60 people were pulled'));
        if (kept) assert.equal(places.length, 1);
      }),
      { numRuns: 200 },
    );
  });

  it('is total, and about linear where all words are alike', () => {
    const scanned = scan('60 '.repeat(20_000));
    const quote = { quote: '60 60 60 60 61', before: '60 60 60 60 60 60 60 60 60 60 60', after: '60 60', file: '' };
    const before = process.hrtime.bigint();
    assert.deepEqual(placesOf(scanned, quote), []);
    assert.deepEqual(placesOf(scanned, { ...quote, quote: '60', after: '61' }), []);
    assert.ok(Number(process.hrtime.bigint() - before) < 1e9);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.string(), (text, q, b, a) => {
        for (const { start, end } of placesOf(scan(text), { quote: q, before: b, after: a, file: '' }))
          assert.ok(start >= 0 && start < end && end <= text.length);
      }),
      { numRuns: 40 },
    );
  });
});

/** Sentences that meet and miss each other; `#` is a figure. */
const SENTENCES = [
  'Parliament approved a # million dollar loan for the Varde bridge in April.',
  'The Varde bridge loan of # million dollars was approved by parliament.',
  'The storm killed # people in Port Ellery on Monday, police said.',
  '“We had the fire under control within # minutes, and every passenger was safe,” Ingrid Halvorsen said.',
  '“We had the fire under control within # minutes and each passenger was safe,” said Erik Sand.',
];
const sentence = fc
  .tuple(fc.constantFrom(...SENTENCES), fc.constantFrom('12', '21', '60', '61'))
  .map(([s, v]) => s.replace('#', v));
const story = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join('\n\n'));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ file: fc.nat(3), text: fc.option(story, { nil: null, freq: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ rulings: fc.array(fc.nat(), { maxLength: 3 }) }) },
);

describe('an index with rulings', function () {
  this.timeout(30_000);

  it('is the same after any edits and decisions as when built anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, askBetween) => {
        const incremental = new FactIndex();
        const now = new Map<number, string>();
        let rulings: Ruling[] = [];
        for (const each of steps) {
          if ('rulings' in each) {
            rulings = each.rulings.flatMap((seed) => rulingFrom([...now], seed));
            incremental.setRulings(rulings);
          } else if (each.text === null) {
            incremental.remove(`file:///${each.file}.txt`);
            now.delete(each.file);
          } else {
            incremental.replace(document(`${each.file}.txt`, each.text));
            now.set(each.file, each.text);
          }
          if (askBetween) incremental.findings();
        }
        const rebuilt = indexOf(
          Object.fromEntries([...now].reverse().map(([file, text]) => [`${file}.txt`, text])),
          rulings,
        );
        assert.deepEqual(seen(incremental), seen(rebuilt));
      }),
      { numRuns: 25 },
    );
  });
});

/** A ruling on two figures, or two quotations, of two documents. */
function rulingFrom(texts: [number, string][], seed: number): Ruling[] {
  if (texts.length < 2) return [];
  const pick = <T>(list: readonly T[], salt: number): T => list[(seed >> salt) % list.length]!;
  const x = seed % texts.length;
  const kind = pick(['checked', 'not-same', 'same', 'superseded', 'not-same'] as const, 3);
  const among = pick(['figures', 'quotes'] as const, 6);
  const sides = [x, (x + 1) % texts.length].map((i, side) => {
    const [file, text] = texts[i]!;
    const tagged = tag(text);
    const spans: readonly Span[] = tagged[among];
    return spans.length === 0 ? null : anchorOf(tagged.scanned, pick(spans, 7 + side), `${file}.txt`);
  });
  const [a, b] = sides;
  if (!a || !b) return [];
  if (kind === 'checked') {
    const code = among === 'figures' ? 'conflicting-figure' : 'quote-wording';
    return [{ kind, code, sides: [a, b], reason: '' }];
  }
  return [{ kind, sides: [a, b], reason: '' }];
}

function seen(index: FactIndex): unknown {
  const documents = index.documents();
  return {
    facts: index.facts(),
    findings: index.findings(),
    checked: documents.map(({ id }) => index.checkedIn(id)),
    rulings: index.rulings(),
    orphans: index.orphans(),
    statements: documents.map(({ id, tagged }) => [
      ...tagged.figures.map(({ start }) => index.factAt(id, start)),
      ...tagged.quotes.map(({ start }) => index.factAt(id, start)),
    ]),
  };
}
