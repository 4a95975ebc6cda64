import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aliasesOf, noAliases } from '../../server/src/facts/aliases';
import { EntityIndex } from '../../server/src/facts/entities';
import type { SourceDocument } from '../../server/src/facts/model';
import { scan } from '../../server/src/text/scan';
import { tagNames } from '../../server/src/tag/names';

function document(id: string, text: string, draft = false): SourceDocument {
  const scanned = scan(text);
  const { names, entities } = tagNames(scanned);
  return { id, label: id, draft, tagged: { scanned, storyDate: null, names, entities, quotes: [], figures: [] } };
}

function indexOf(...documents: SourceDocument[]): EntityIndex {
  const index = new EntityIndex();
  for (const d of documents) index.replace(d);
  return index;
}

/** The groups with members in more than one document: “name: documents”. */
function shared(index: EntityIndex): string[] {
  return index
    .groups()
    .filter((g) => g.members.length > 1)
    .map((g) => `${g.name}: ${g.members.map((m) => m.document).join(' ')}`);
}

describe('entities across documents', () => {
  it('joins a person by full name, middle initial, patronymic', () =>
    assert.deepEqual(
      shared(
        indexOf(
          document('a', 'Then Igor V. Danshin spoke.'),
          document('b', 'Then Igor Vladimirovich Danshin spoke.'),
          document('c', 'Then Igor Danshin spoke.'),
        ),
      ),
      ['Igor Vladimirovich Danshin: a b c'],
    ));

  it('joins a bare surname only where one person has it', () => {
    const one = document('a', 'Then Karin Lindgren spoke.');
    const bare = document('b', 'Then Ms. Lindgren spoke.');
    const two = document('c', 'Then Peter Lindgren spoke.');
    const index = indexOf(one, bare);
    assert.deepEqual(shared(index), ['Karin Lindgren: a b']);
    index.replace(two);
    assert.deepEqual(shared(index), []);
    index.remove('c');
    assert.deepEqual(shared(index), ['Karin Lindgren: a b']);
  });

  it('keeps a wife and a husband, two given names, two short names apart', () => {
    assert.deepEqual(
      shared(indexOf(document('a', 'Then Ivan Petrov spoke.'), document('b', 'Then Ivana Petrova spoke.'))),
      [],
    );
    assert.deepEqual(
      shared(indexOf(document('a', 'Then Maria Keller spoke.'), document('b', 'Then Mario Keller spoke.'))),
      [],
    );
    assert.deepEqual(shared(indexOf(document('a', 'Then Wang Li spoke.'), document('b', 'Then Wang Lei spoke.'))), []);
  });

  it('leaves an initial alone that two people have', () =>
    assert.deepEqual(
      shared(
        indexOf(
          document('a', 'Then John Harwell spoke.'),
          document('b', 'Then James Harwell spoke.'),
          document('c', 'Then J. Harwell spoke.'),
        ),
      ),
      [],
    ));

  it('joins spellings, places and organizations by alias', () => {
    assert.deepEqual(
      shared(indexOf(document('a', 'Then Sergei Belinsky spoke.'), document('b', 'Then Sergey Belinskyy spoke.'))),
      ['Sergey Belinskyy: a b'],
    );
    assert.deepEqual(
      shared(
        indexOf(document('a', 'They left the U.S. at noon.'), document('b', 'They left the United States at noon.')),
      ),
      ['United States: a b'],
    );
    assert.deepEqual(
      shared(
        indexOf(document('a', 'They left the UN at noon.'), document('b', 'They left the United Nations at noon.')),
      ),
      ['United Nations: a b'],
    );
    assert.deepEqual(
      shared(
        indexOf(
          document('a', 'They sued Renwick Holdings Ltd. at noon.'),
          document('b', 'They sued Renwick Holdings at noon.'),
        ),
      ),
      ['Renwick Holdings Ltd.: a b'],
    );
  });

  it('is after any changes what a rebuild would be', () => {
    const texts = [
      'Then Karin Lindgren spoke.',
      'Then Ms. Lindgren spoke to Peter Lindgren.',
      'Then Peter A. Lindgren met K. Lindgren in the U.S.',
      'Sergei Belinsky left the United States.',
      'Then Sergey Belinskyy met Belinskiy.',
      'Mr. Belinsky said the UN and Karina Lindgren left.',
      'Then Karin Lindrgen and Sergey Belinsky spoke.',
      '',
    ];
    const documents = texts.map((text, i) => document(`t${i}`, text));
    const said = [
      noAliases,
      aliasesOf([['Karin Lindgren', 'Peter Lindgren']]),
      aliasesOf([
        ['Belinsky', 'Sergei Belinsky'],
        ['UN', 'Belinsky'],
      ]),
      aliasesOf([['Karina Lindgren', 'Lindgren', 'nobody']]),
    ];
    const step = fc.record({
      id: fc.integer({ min: 0, max: 4 }),
      text: fc.integer({ min: -1, max: texts.length - 1 }),
      aliases: fc.option(fc.constantFrom(...said), { nil: null, freq: 2 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const index = new EntityIndex();
        const state = new Map<string, SourceDocument>();
        let aliases = noAliases;
        for (const { id, text, aliases: next } of steps) {
          if (next) index.setAliases((aliases = next));
          const name = `d${id}`;
          if (text < 0) {
            index.remove(name);
            state.delete(name);
          } else {
            const next = { ...documents[text]!, id: name, label: name };
            index.replace(next);
            state.set(name, next);
          }
          // Answers between the changes must not depend on them.
          index.groups();
        }
        const fresh = new EntityIndex();
        fresh.setAliases(aliases);
        for (const d of [...state.values()].reverse()) fresh.replace(d);
        assert.deepEqual(index.groups(), fresh.groups());
        for (const [id, { tagged }] of state) {
          tagged.entities.forEach((_, e) => assert.deepEqual(index.members(id, e), fresh.members(id, e)));
          assert.deepEqual(index.findingsOf(id), fresh.findingsOf(id));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('joins what people said is one, under the name that they chose, and parts it again', () => {
    const index = indexOf(
      document('a', 'Then Karin Lindgren spoke.'),
      document('b', 'Then Peter Lindgren spoke. Lindgren left.'),
      document('c', 'Then Morten Varde spoke.'),
      document('d', 'Then Morten Varde left.'),
    );
    index.setAliases(
      aliasesOf([
        ['Morten Varde', 'Karin Lindgren'],
        ['Elin Sand', 'Morten Varde'],
      ]),
    );
    assert.deepEqual(shared(index), ['Elin Sand: a c d']);
    assert.equal(index.members('c', 0).length, 3);
    index.remove('c');
    assert.deepEqual(shared(index), ['Elin Sand: a d']);
    index.setAliases(noAliases);
    assert.deepEqual(shared(index), []);
  });

  describe('read as different kinds of thing', () => {
    const guessed = document('a', 'Then Tavo Merrin left.');
    const sure = document('b', 'The company Tavo Merrin Ltd. sued. Shares of Tavo Merrin Ltd. fell.');
    const person = document('c', 'Then Mr. Tavo Merrin, 43, a lawyer, spoke.');
    const groups = (index: EntityIndex): string[] =>
      index.groups().map((g) => `${g.type} ${g.name}: ${g.members.map((m) => m.document).join(' ')}`);

    it('are what the document is sure of that says more, and guessed alone', () => {
      assert.equal(guessed.tagged.entities[0]!.type, 'person');
      assert.deepEqual(groups(indexOf(guessed)), ['person Tavo Merrin: a']);
      const index = indexOf(guessed, sure);
      assert.deepEqual(groups(index), ['organization Tavo Merrin Ltd.: a b']);
      assert.deepEqual(index.members('a', 0), index.members('b', 0));
      index.remove('b');
      assert.deepEqual(groups(index), ['person Tavo Merrin: a']);
    });

    it('stay apart where two documents are sure of different things', () =>
      assert.deepEqual(groups(indexOf(guessed, sure, person)), [
        'person Tavo Merrin: a c',
        'organization Tavo Merrin Ltd.: b',
      ]));
  });

  it('offers those who might be the same', () => {
    const index = indexOf(
      document('a', 'Then Karin Lindgren spoke.'),
      document('b', 'Then Peter Lindgren met Morten Varde.'),
    );
    assert.deepEqual(
      index.likelySame('a', 0).map(({ name }) => name),
      ['Peter Lindgren'],
    );
    index.setAliases(aliasesOf([['Karin Lindgren', 'Peter Lindgren']]));
    assert.deepEqual(index.likelySame('a', 0), []);
  });

  it('every entity is in exactly one group, with its members', () => {
    const index = indexOf(
      document('a', 'Karin Lindgren met Peter Lindgren in Oslo.'),
      document('b', 'Ms. Lindgren left Norway for Oslo.'),
    );
    const seen = new Set<string>();
    for (const { members } of index.groups()) {
      for (const m of members) {
        const key = `${m.document} ${m.entity}`;
        assert.ok(!seen.has(key), key);
        seen.add(key);
        assert.deepEqual(index.members(m.document, m.entity), members);
      }
    }
    assert.equal(seen.size, 6);
  });
});

describe('spelling of names', () => {
  const messages = (index: EntityIndex, id: string): string[] => index.findingsOf(id).map((f) => f.message);

  it('is reported within one document, at the rarer form', () =>
    assert.deepEqual(
      messages(indexOf(document('a', 'Sergei Belinsky came. Then Belinskyy sat. Mr. Belinsky left.')), 'a'),
      ['“Belinskyy” is spelled “Belinsky” elsewhere in this document'],
    ));

  it('is reported in a draft against its sources, and not between sources', () => {
    const source = document('a.txt', 'Then Sergei Belinsky spoke.');
    const draft = document('draft.md', 'Then Sergei Belinskyy spoke.', true);
    assert.deepEqual(messages(indexOf(source, draft), 'draft.md'), ['“Belinskyy” is spelled “Belinsky” in a.txt']);
    assert.deepEqual(messages(indexOf(source, draft), 'a.txt'), []);
    assert.deepEqual(messages(indexOf(source, { ...draft, draft: false }), 'draft.md'), []);
  });

  it('is reported where one document stands against many, with them beside it', () => {
    const others = ['a', 'b', 'c'].map((id) => document(id, 'Then Heidar Orlovandi spoke.'));
    const odd = document('d', 'Then Heydar Orlovandi spoke.');
    const index = indexOf(...others, odd);
    assert.deepEqual(messages(index, 'd'), ['“Heydar” is spelled “Heidar” in 3 other documents']);
    assert.equal(index.findingsOf('d')[0]!.severity, 'hint');
    assert.deepEqual(
      index.findingsOf('d')[0]!.related.map((r) => r.document),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(messages(index, 'a'), []);
    index.replace(document('e', 'Then Heydar Orlovandi left.'));
    assert.deepEqual(messages(index, 'd'), []); // two have it: their style
    index.remove('e');
    index.remove('a');
    assert.deepEqual(messages(index, 'd'), []); // two are not many
  });

  it('has a reason that says more than the message', () => {
    const reason = (...documents: SourceDocument[]): string | undefined =>
      indexOf(...documents).findingsOf(documents[0]!.id)[0]?.reason;
    const ways = document('a', 'Sergei Belinsky came. Then Belinskyy sat. Mr. Belinsky left.');
    assert.equal(reason(ways), '“Belinskyy” stands here once, “Belinsky” 2 times');
    const sources = ['a', 'b', 'c'].map((id) => document(id, 'Then Sergei Belinsky spoke.'));
    const draft = document('draft.md', 'Then Sergei Belinskyy spoke.', true);
    assert.equal(reason(draft, ...sources.slice(0, 1)), 'no source has “Belinskyy”, 1 has “Belinsky”');
    assert.equal(reason(draft, ...sources), 'no source has “Belinskyy”, 3 have “Belinsky”');
    assert.equal(reason({ ...draft, draft: false }, ...sources), '“Belinskyy” stands in this document alone');
  });

  it('is reported where letters are out of order, whatever the name is of', () => {
    const slip = document('a', 'They met in Novomirsk. Novomirsk is large. Novomrisk was theirs.');
    assert.deepEqual(messages(indexOf(slip), 'a'), ['“Novomrisk” is spelled “Novomirsk” elsewhere in this document']);
    const others = ['b', 'c', 'd'].map((id) => document(id, 'They met Karin Lindgren in Oslo.'));
    const index = indexOf(...others, document('e', 'They met Karin Lindrgen in Oslo.'));
    assert.deepEqual(messages(index, 'e'), ['“Lindrgen” is spelled “Lindgren” in 3 other documents']);
    assert.equal(index.findingsOf('e')[0]!.severity, 'information');
  });

  it('is reported where one document has a letter too many or too few in one word of a name', () => {
    for (const [odd, usual] of [
      ['Joseph Hartwell', 'Joseph Harwell'],
      ['Karin Lindgrn', 'Karin Lindgren'],
      ['Karin Linddgren', 'Karin Lindgren'],
      ['Ana Tool', 'Ana Tolo'],
      ['Piedra Allta', 'Piedra Alta'],
    ] as const) {
      const others = ['a', 'b', 'c'].map((id) => document(id, `They met ${usual} in Oslo.`));
      const index = indexOf(...others, document('d', `They met ${odd} in Oslo.`));
      const [found] = index.findingsOf('d');
      assert.equal(found?.code, 'name-spelling', odd);
      assert.equal(found.severity, 'information', odd);
      index.remove('a');
      assert.deepEqual(messages(index, 'd'), [], `${odd}: two are not many`);
    }
  });

  it('is not reported where more than a letter differs, or a letter in two words, or the name is but one word', () => {
    for (const [odd, usual] of [
      ['Karim Lindgreen', 'Karin Lindgren'],
      ['Karin Lindegreen', 'Karin Lindgren'],
      ['Karin Bergs', 'Karin Berg'],
      ['Lindgrn', 'Lindgren'],
    ] as const) {
      const others = ['a', 'b', 'c'].map((id) => document(id, `They met ${usual} in Oslo.`));
      const index = indexOf(...others, document('d', `They met ${odd} in Oslo.`));
      const found = index.findingsOf('d').filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(found, [], odd);
    }
  });

  it('is reported where one document joins what many part, but for people', () => {
    const three = (text: string): SourceDocument[] => ['a', 'b', 'c'].map((id) => document(id, text));
    const index = indexOf(...three('Users can install the Zorp It tool.'), document('d', 'They have the Zorpit tool.'));
    assert.deepEqual(messages(index, 'd'), ['“Zorpit” is spelled “Zorp It” in 3 other documents']);
    const people = indexOf(...three('Then Park Ki-moon spoke.'), document('d', 'Then Park Kimoon spoke.'));
    assert.deepEqual(messages(people, 'd'), []);
  });

  it('is not reported of one against many where it is another’s, shorter, or a part', () => {
    for (const text of [
      'Then Joe Harwell spoke.',
      'Then J. Harwell spoke.',
      'Then Joseph P. Harwell spoke.',
      'Then Mr. Harwell spoke.',
      'Then Josephine Harwell spoke.',
      'Then Joseph Hartford spoke.',
    ]) {
      const others = ['a', 'b', 'c'].map((id) => document(id, 'Then Joseph Harwell spoke.'));
      const index = indexOf(...others, document('d', text));
      for (const id of ['a', 'b', 'c', 'd']) assert.deepEqual(messages(index, id), [], text);
    }
  });

  it('is nobody else’s, no short form and no title', () => {
    const source = document('a.txt', 'Then Joseph Harwell spoke. Petrova met Anna Petrova.');
    for (const text of [
      'Then Joe Harwell spoke.',
      'Then Ivan Petrov spoke.',
      'Then JOSEPH HARWELL spoke.',
      'Then Harwell spoke.',
      'Then J. Harwell spoke.',
    ]) {
      const index = indexOf(source, document('draft.md', text, true));
      assert.deepEqual(messages(index, 'draft.md'), [], text);
      assert.deepEqual(messages(index, 'a.txt'), [], text);
    }
  });
});
