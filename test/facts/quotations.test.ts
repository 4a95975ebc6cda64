import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { QuotationIndex } from '../../server/src/facts/quotations';
import type { Finding, SourceDocument } from '../../server/src/facts/model';
import type { Entity, NameMention } from '../../server/src/tag/model';
import { tagQuotes } from '../../server/src/tag/quotes';
import { scan } from '../../server/src/text/scan';

/** Every “Firstname Lastname” of this list is a person in the fixtures. */
const PEOPLE = ['Ada Brook', 'Tom Reed', 'Ines Varga'];

function documentOf(label: string, text: string, draft = false): SourceDocument {
  const names: NameMention[] = [];
  PEOPLE.forEach((name, entity) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      names.push({ start: at, end: at + name.length, titleStart: at, type: 'person', entity });
  });
  names.sort((a, b) => a.start - b.start);
  const entities: Entity[] = PEOPLE.map((name, entity) => ({
    type: 'person',
    name,
    aliases: [],
    role: '',
    gender: '',
    mentions: names.flatMap((n, i) => (n.entity === entity ? [i] : [])),
  }));
  const scanned = scan(text);
  return {
    id: `file:///${label}`,
    label,
    draft,
    tagged: { scanned, storyDate: null, names, entities, quotes: tagQuotes(scanned, names, entities), figures: [] },
  };
}

function indexOf(...documents: SourceDocument[]): QuotationIndex {
  const index = new QuotationIndex();
  for (const document of documents) index.replace(document);
  return index;
}

function compare(a: string, b: string): Finding[] {
  return indexOf(documentOf('a.txt', a), documentOf('b.txt', b)).findings();
}

const SAID = 'Ada Brook said.';
const FULL = `“The mill hopes for the river’s early return to its old bed and will play its part in this regard,” ${SAID}`;

describe('quotations: no difference', () => {
  const same: [string, string][] = [
    [
      'case and marks',
      `"the mill hopes for the river's early return to its old bed and will play its part in this regard," ${SAID}`,
    ],
    ['a cut', `“The mill hopes for the river’s early return to its old bed,” ${SAID}`],
    ['a cut in the middle of a sentence', `Ada Brook said the mill “will play its part in this regard.”`],
    ['an overlap', `“It was a hard winter. The mill hopes for the river’s early return to its old bed,” ${SAID}`],
    ['an ellipsis', `“The mill hopes for the river’s early return ... and will play its part in this regard,” ${SAID}`],
    [
      'words in brackets',
      `“The mill [in Fenwick] hopes for the river’s early return to its old bed and will play its part in this regard,” ${SAID}`,
    ],
    [
      'a letter in brackets',
      `“[T]he mill hopes for the river’s early return to its old bed and will play its part in this regard,” ${SAID}`,
    ],
  ];
  for (const [what, other] of same) {
    it(what, () => {
      const index = indexOf(documentOf('a.txt', FULL), documentOf('b.txt', other));
      assert.deepEqual(index.findings(), []);
      assert.equal(index.groups().length, 1, 'one utterance');
      assert.equal(index.groups()[0]!.length, 2);
    });
  }

  it('spelling and contractions', () => {
    const a = `“We’re organising a programme for the neighbourhood’s workers in the theatre, and they’ll honour it,” ${SAID}`;
    const b = `“We are organizing a program for the neighborhood’s workers in the theater, and they will honor it,” ${SAID}`;
    assert.deepEqual(compare(a, b), []);
  });

  it('two utterances that share a phrase', () => {
    const a = `“We are going to mend the great bridge before winter comes,” ${SAID}`;
    const b = `“We are going to close the old school before the holidays,” ${SAID}`;
    const index = indexOf(documentOf('a.txt', a), documentOf('b.txt', b));
    assert.deepEqual(index.findings(), []);
    assert.deepEqual(index.groups(), []);
  });

  it('words that the longer one says twice', () =>
    assert.deepEqual(
      compare(
        `“It closed late. By a fifth of a second. A fifth of a second is nothing to you,” ${SAID}`,
        `“A fifth of a second is nothing to you,” ${SAID}`,
      ),
      [],
    ));

  it('the same short sentence about two people', () => {
    assert.deepEqual(
      compare(
        `“She is a very brave young miller,” Ada Brook said.`,
        `“He is a very brave young miller,” Tom Reed said.`,
      ),
      [],
    );
  });
});

describe('quotations: a difference', () => {
  it('changed words, once, with both sides in the message', () => {
    const findings = compare(
      FULL,
      `“The mill hopes for the early return of the river to its old bed and will play its full part in this matter,” ${SAID}`,
    );
    assert.equal(findings.length, 1);
    const [finding] = findings;
    assert.equal(finding!.code, 'quote-wording');
    assert.equal(finding!.severity, 'information');
    assert.equal(finding!.document, 'file:///a.txt');
    assert.equal(finding!.related[0]!.document, 'file:///b.txt');
    assert.match(finding!.message, /^Worded differently: “.*regard\*” here, “.*\*full\* part.*” in b\.txt\.$/);
    assert.match(finding!.reason, /two wordings/);
  });

  it('small words are a hint', () => {
    const [finding] = compare(
      `“We must build a strong wall or steel barrier along the river,” ${SAID}`,
      `“We must build a strong wall or a steel barrier along the river,” ${SAID}`,
    );
    assert.equal(finding?.severity, 'hint');
  });

  it('an unclosed quotation is compared as far as it goes', () => {
    const [finding] = compare(
      `Ada Brook said the mill “will stay open through the long winter for every farmer here.`,
      `“The mill will stay open through the long summer for every farmer here,” ${SAID}`,
    );
    assert.match(finding?.message ?? '', /\*winter\*.* here, .*\*summer\*/);
  });

  it('in a draft it is a warning, at the draft, whichever file comes first', () => {
    for (const label of ['a-draft.txt', 'z-draft.txt']) {
      const draft = documentOf(label, `“The mill will stay open through the long winter for everybody,” ${SAID}`, true);
      const source = documentOf('m.txt', `“The mill will stay open through the long summer for everybody,” ${SAID}`);
      const [finding, ...more] = indexOf(draft, source).findings();
      assert.deepEqual([finding?.severity, finding?.document, more.length], ['warning', draft.id, 0]);
      assert.match(finding!.message, /^Altered quotation: “.*\*winter\*.*” here, “.*\*summer\*.*” in m\.txt\.$/);
    }
  });

  it('a draft that prints what one of the sources prints is left alone', () => {
    const draft = documentOf(
      'draft.txt',
      `“The mill will stay open through the long winter for everybody,” ${SAID}`,
      true,
    );
    const one = documentOf('m.txt', `“The mill will stay open through the long summer for everybody,” ${SAID}`);
    const two = documentOf('n.txt', `“The mill will stay open through the long winter for everybody,” ${SAID}`);
    const index = indexOf(draft, one, two);
    assert.deepEqual(
      index.findings().map((f) => [f.document, f.severity]),
      [[one.id, 'information']],
    );
    assert.deepEqual(index.findingsOf(draft.id), []);
  });

  it('two wordings in many files are one finding', () => {
    const documents = ['summer', 'winter', 'summer', 'winter', 'summer'].map((season, i) =>
      documentOf(`${i}.txt`, `“The mill will stay open through the long ${season} for everybody,” ${SAID}`),
    );
    const index = indexOf(...documents);
    assert.equal(index.findings().length, 1);
    assert.deepEqual(
      index.groups().map((group) => group.length),
      [5],
    );
    assert.equal(index.related(documents[0]!.id, 0).length, 4);
  });

  it('a quotation that a page prints twice is compared once and found twice', () => {
    const one = documentOf('a.txt', `${FULL}\n\n${FULL}`);
    const two = documentOf('b.txt', FULL);
    const index = indexOf(one, two);
    assert.deepEqual(
      index.related(two.id, 0).map((r) => r.quote),
      [0, 1],
    );
    assert.equal(index.related(one.id, 1).length, 1);
    assert.ok(index.compares(one.id, 1) && !index.compares(one.id, 2));
    assert.equal(index.groups()[0]?.length, 3);
  });

  it('the same words under two names', () => {
    const [finding, ...more] = compare(
      `“The mill will stay open through the long winter for everybody,” Ada Brook said.`,
      `“The mill will stay open through the long winter for everybody,” said Tom Reed.`,
    );
    assert.equal(finding?.code, 'quote-speaker');
    assert.match(finding!.message, /^Ada Brook says this here, Tom Reed in b\.txt: “The mill/);
    assert.equal(more.length, 0);
  });

  it('a cut of the words under another name', () => {
    const found = compare(
      `“We lost the fields and the school, and nobody warned us before the water came,” Ada Brook said.`,
      `“Nobody warned us before the water came,” according to Tom Reed.`,
    );
    assert.deepEqual(
      found.map(({ code }) => code),
      ['quote-speaker'],
    );
  });

  it('not the words of another in an answer that reports them', () => {
    for (const turn of ['He says that nobody', 'As Reed put it, nobody', 'What did he tell them? He said nobody']) {
      const found = compare(
        `TRANSCRIPT\n\nADA BROOK: It rained. ${turn} warned us before the dirty water came. There were sirens.`,
        `“Nobody warned us before the dirty water came,” said Tom Reed.`,
      );
      assert.deepEqual(found, [], turn);
    }
  });

  it('a few words that two people share are not one utterance', () =>
    assert.deepEqual(
      compare(`“It is a drop in a bucket,” Ada Brook said.`, `“It is a drop in a bucket,” said Tom Reed.`),
      [],
    ));

  it('one word in a short sentence of one speaker', () => {
    const [finding] = compare(
      `“He signed it, so I thought that it must be true,” Ada Brook said.`,
      `“He signed it, so I thought that it must be legal,” said Ada Brook.`,
    );
    assert.equal(finding?.code, 'quote-wording');
    assert.match(finding.message, /\*true\*.*\*legal\*/);
    const others = compare(
      `“He signed it, so I thought that it must be true,” Ada Brook said.`,
      `“He signed it, so I thought that it must be legal,” said Tom Reed.`,
    );
    assert.deepEqual(others, []);
  });

  it('not a speaker who is only carried over from the quotation before', () =>
    assert.deepEqual(
      compare(
        `“We met,” Ada Brook said. “The mill will stay open through the long winter for everybody.”`,
        `“The mill will stay open through the long winter for everybody,” said Tom Reed.`,
      ),
      [],
    ));

  it('“a statement” and “the company” may be one voice', () => {
    const [finding] = compare(
      `“This is a sad day for the whole Fenwick Mill family,” a statement said.`,
      `“This is a sad time for the whole Fenwick Mill family,” the company said.`,
    );
    assert.equal(finding?.code, 'quote-wording');
    assert.match(finding!.reason, /“day” \/ “time”/);
  });

  it('words that changed places', () => {
    const [finding] = compare(
      `“We will put a lot of flour mills and flour millers out of work,” ${SAID}`,
      `“We will put a lot of flour millers and flour mills out of work,” ${SAID}`,
    );
    assert.equal(finding?.code, 'quote-wording');
    assert.match(finding!.reason, /in two wordings/);
  });

  it('an id survives a move of the text', () => {
    const other = `“The mill will stay open through the long summer for everybody,” ${SAID}`;
    const text = `“The mill will stay open through the long winter for everybody,” ${SAID}`;
    const ids = [text, `It rained.\n\nIt snowed.\n\n${text}`].map((one) => compare(one, other)[0]?.id);
    assert.ok(ids[0]);
    assert.equal(ids[0], ids[1]);
  });
});

describe('quotations: incremental', () => {
  const words = ['mill', 'river', 'bridge', 'winter', 'summer', 'council', 'flood', 'school'];
  const quoteOf = fc
    .tuple(fc.constantFrom(...words), fc.constantFrom(...words), fc.constantFrom(...PEOPLE))
    .map(([x, y, who]) => `“The old ${x} will stay open through the long ${y} for every single farmer,” ${who} said.`);
  const edit = fc.record({
    label: fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt'),
    text: fc.option(
      fc.array(quoteOf, { maxLength: 3 }).map((q) => q.join('\n\n')),
      { nil: null },
    ),
  });

  it('equals a rebuild after any edits', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const index = new QuotationIndex();
        const now = new Map<string, SourceDocument>();
        for (const { label, text } of edits) {
          if (text === null) {
            index.remove(`file:///${label}`);
            now.delete(label);
          } else {
            const document = documentOf(label, text);
            index.replace(document);
            now.set(label, document);
          }
        }
        const fresh = indexOf(...[...now.values()].sort((a, b) => (a.label < b.label ? 1 : -1)));
        assert.deepEqual(index.findings(), fresh.findings());
        assert.deepEqual(index.groups(), fresh.groups());
        for (const document of now.values())
          document.tagged.quotes.forEach((_, q) =>
            assert.deepEqual(index.related(document.id, q), fresh.related(document.id, q)),
          );
      }),
      { numRuns: 40 },
    );
  });

  it('equals a rebuild where a phrase becomes common and rare again', () => {
    const documents = Array.from({ length: 70 }, (_, i) =>
      documentOf(
        `${String(i).padStart(2, '0')}.txt`,
        `“The old mill will stay open through the long ${words[i % 8]} for everybody,” Ada Brook said.`,
      ),
    );
    const index = indexOf(...documents);
    for (const document of documents.slice(20)) index.remove(document.id);
    const fresh = indexOf(...documents.slice(0, 20));
    assert.deepEqual(index.findings(), fresh.findings());
    assert.deepEqual(index.groups(), fresh.groups());
    assert.ok(index.groups().length > 0);
  });
});
