import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { formRenamer } from '../../server/src/features/nameForms';
import { prepareRename, provideRename } from '../../server/src/features/rename';
import { spanText } from '../../server/src/text/span';
import { offsetIn } from '../../server/src/features/places';
import { markedSources } from '../fixtures/sources';

const breath = (): Promise<void> => Promise.resolve();

const folder = `
//- /a.txt
President Olena Varchen$0ko’s plan. Mr. Varchenko, said V. Petrov.
          ^^^^^^^^^^^^^^^ person Olena Varchenko #olena
                                      ^^^^^^^^^ person Olena Varchenko #olena
                                                      ^^^^^^^^^ person V. Petrov
//- /b.txt
OLENA VARCHENKO SPEAKS. O. Varchenko left Varchenko Street.
^^^^^^^^^^^^^^^ person Olena Varchenko #olena
                        ^^^^^^^^^^^^ person Olena Varchenko #olena
                                          ^^^^^^^^^^^^^^^^ place Varchenko Street
//- /c.txt
It cost $5 million.
        ^^^^^^^^^^ money 5e6 USD
`;

async function renamed(fixture: string, newName: string): Promise<Record<string, string> | string> {
  const { sources, id, position } = markedSources(fixture);
  const edit = await provideRename(sources, { id, position, newName }, { kind: 'plain' }, breath);
  if ('refused' in edit) return edit.refused;
  const out: Record<string, string> = {};
  for (const [uri, edits] of Object.entries(edit.changes!)) {
    let text = sources.index.document(uri)!.tagged.scanned.text;
    for (const { range, newText } of [...edits].reverse()) {
      const [start, end] = [offsetIn(sources, uri, range.start)!, offsetIn(sources, uri, range.end)!];
      text = text.slice(0, start) + newText + text.slice(end);
    }
    out[uri.replace('file:///ws/', '')] = text.trim();
  }
  return out;
}

describe('rename', () => {
  it('offers the name without its title', () => {
    const { sources, id, position } = markedSources(folder);
    const prepared = prepareRename(sources, id, position);
    assert.ok('range' in prepared);
    assert.equal(prepared.placeholder, 'Olena Varchenko');
    const start = offsetIn(sources, id, prepared.range.start)!;
    const end = offsetIn(sources, id, prepared.range.end)!;
    assert.equal(spanText(sources.index.document(id)!.tagged.scanned.text, { start, end }), 'Olena Varchenko');
  });

  it('writes every form of the name anew, and nothing else', async () =>
    assert.deepEqual(await renamed(folder, 'Olena Vartschenko'), {
      'a.txt': 'President Olena Vartschenko’s plan. Mr. Vartschenko, said V. Petrov.',
      'b.txt': 'OLENA VARTSCHENKO SPEAKS. O. Vartschenko left Varchenko Street.',
    }));

  it('of a surname alone changes that surname in every form', async () =>
    assert.deepEqual(await renamed(folder.replace('$0', '').replace('Mr. Var', 'Mr. Var$0'), 'Vartschenko'), {
      'a.txt': 'President Olena Vartschenko’s plan. Mr. Vartschenko, said V. Petrov.',
      'b.txt': 'OLENA VARTSCHENKO SPEAKS. O. Vartschenko left Varchenko Street.',
    }));

  it('names the version of each document where the client reads it', async () => {
    const { sources, id, position } = markedSources(folder);
    const versionOf = (of: string): number | null => (of === id ? 7 : null);
    const edit = await provideRename(
      sources,
      { id, position, newName: 'Olena Vartschenko' },
      { kind: 'versioned', versionOf },
      breath,
    );
    assert.ok('documentChanges' in edit);
    assert.deepEqual(
      edit.documentChanges!.map((change) => (change as TextDocumentEdit).textDocument),
      [
        { uri: 'file:///ws/a.txt', version: 7 },
        { uri: 'file:///ws/b.txt', version: null },
      ],
    );
  });

  it('refuses what is no name, and a name that is none', async () => {
    const money = folder.replace('$0', '').replace('$5 mil', '$5 $0mil');
    assert.match(String(await renamed(money, 'x')), /no name here/);
    const { sources, id, position } = markedSources(money);
    assert.ok('refused' in prepareRename(sources, id, position));
    assert.match(String(await renamed(folder, '  ')), /empty/);
    assert.match(String(await renamed(folder, 'a\nb')), /one line/);
  });
});

describe('the forms of a renamed name', () => {
  const check = (type: string, from: string, to: string, forms: Record<string, string>): void => {
    const rename = formRenamer(from, to, type);
    for (const [form, wanted] of Object.entries(forms)) assert.equal(rename(form), wanted, form);
  };

  it('change word by word', () =>
    check('person', 'Ursel von der Lahn', 'Ursel von der Leine', {
      'Von der Lahn': 'Von der Leine',
      'U. von der Lahn': 'U. von der Leine',
      Ursel: 'Ursel',
      Lahnstein: 'Lahnstein',
    }));

  it('have the new initial', () =>
    check('person', 'Vladimir Orlin', 'Wladimir Orlin', {
      'V. Orlin': 'W. Orlin',
      'Vladimir V. Orlin': 'Wladimir V. Orlin',
    }));

  it('take first for first and last for last where words are added or left out', () => {
    check('person', 'Ada Keller', 'Ada Maria Kellner', {
      Keller: 'Kellner',
      Ada: 'Ada',
      'Ada B. Keller': 'Ada B. Kellner',
    });
    check('person', 'Keller', 'Ada Kellner', { Keller: 'Ada Kellner', 'Anna Keller': 'Anna Kellner' });
    check('organization', 'Renwick Holdings', 'Renwick', { 'Renwick Holdings': 'Renwick', RH: 'RH' });
  });

  it('of another spelling of the family name are brought in line', () =>
    check('person', 'Belinsky', 'Belinskyi', {
      Belinskyy: 'Belinskyi',
      'Sergei Belinskiy': 'Sergei Belinskyi',
      Petrov: 'Petrov',
    }));

  it('keep the diacritics that were asked for', () =>
    check('place', 'Sao Rico', 'São Rico', { 'SAO RICO': 'SÃO RICO' }));
});
