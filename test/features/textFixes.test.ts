import assert from 'node:assert/strict';
import type { CodeAction, CodeActionContext, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FactIndex } from '../../server/src/facts/index';
import { provideCodeActions } from '../../server/src/features/codeActions';
import { figureInStyle } from '../../server/src/features/figureInStyle';
import { resolveTextFix } from '../../server/src/features/textFixActions';
import { textFixesOf } from '../../server/src/features/textFixes';
import { positionAt } from '../../server/src/text/lines';
import { tag } from '../../server/src/tag/tag';
import { sourcesOf } from '../../server/src/workspace/sources';

describe('a figure in the style of another', () => {
  const restyled = (ours: string, theirs: string): string => {
    const [a] = tag(ours).figures;
    const [b] = tag(theirs).figures;
    assert.ok(a && b, `${ours} / ${theirs}`);
    const words = (text: string, figure: { start: number; end: number }): string =>
      text.slice(figure.start, figure.end);
    return figureInStyle(a, words(ours, a), b, words(theirs, b));
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['It cost $61 billion.', 'It cost 60 billion dollars.', '$60 billion'],
    ['It cost $61bn.', 'It cost 60.5 billion dollars.', '$60.5bn'],
    ['It cost $61 billion.', 'It cost $60,250,300.', '$60,250,300'],
    ['It cost 4.5 million euros.', 'It cost €18 million.', '18 million euros'],
    ['It cost $61 billion.', 'It cost €60 billion.', '€60 billion'],
    ['Eight people came.', 'It was 9 people.', 'Nine'],
    ['They saw eight people.', 'It was 11 people.', '11'],
    ['There were 1,487 people.', 'There were 1500 people.', '1,500'],
    ['It rose 6 percent.', 'It rose 7.5%.', '7.5 percent'],
    ['It rose 6 percent.', 'It rose by seven percent.', '7 percent'],
  ];
  for (const [ours, theirs, wanted] of cases) {
    it(`${ours} ${theirs}`, () => assert.ok(restyled(ours, theirs).startsWith(wanted), restyled(ours, theirs)));
  }
});

describe('fixes of the text', () => {
  /** What the texts would be after each fix of each finding, by the titles of the fixes. */
  const fixed = (files: Record<string, string>): [string, string, boolean][] => {
    const index = new FactIndex();
    for (const [label, text] of Object.entries(files)) {
      index.replace({ id: label, label, draft: label.startsWith('drafts/'), tagged: tag(text) });
    }
    return index.findings().flatMap((finding) =>
      textFixesOf(sourcesOf(index), finding).map(({ title, replacements, preferred }): [string, string, boolean] => {
        let text = files[finding.document]!;
        for (const { start, end, newText } of [...replacements].reverse()) {
          text = text.slice(0, start) + newText + text.slice(end);
        }
        return [title, text, preferred];
      }),
    );
  };
  const report = (sum: string): string =>
    `PORT ELLERY, May 3, 2024 — Parliament approved ${sum} in emergency aid for the town of Torvik on Monday.\n`;

  it('take the other value, in our own style, preferred in a draft', () => {
    const draft = report('$64 million');
    const fixes = fixed({
      'a.txt': report('61 million dollars'),
      'b.txt': report('$61 million'),
      'drafts/s.txt': draft,
    });
    assert.deepEqual(fixes, [['Change to “$61 million” as in a.txt', report('$61 million'), true]]);
  });
  it('take the other wording, only where it differs', () => {
    const quote = (word: string): string =>
      `“The gates of this dam were ${word} tested after the repair of last year,” Elin Marsdal told reporters in Torvik.\n`;
    const fixes = fixed({ 'a.txt': quote('never'), 'b.txt': quote('rarely') });
    assert.equal(fixes.length, 1);
    const [[title, text, preferred]] = fixes as [[string, string, boolean]];
    assert.match(title, /^Take the wording of [ab]\.txt$/);
    assert.equal(text, title.includes('a.txt') ? quote('never') : quote('rarely'));
    assert.equal(preferred, false);
  });
  it('say in a draft who states what it states, where the sources disagree', () => {
    const said = (sum: string, who: string): string =>
      `PORT ELLERY, May 3, 2024 — ${who} said the damage to the ferry Solveig Bay came to ${sum} million euros.\n`;
    const draft = 'The damage to the ferry Solveig Bay came to 18 million euros.\n';
    const files = { 'a.txt': said('18', 'Erik Sand'), 'b.txt': said('26', 'Colin Roe'), 'drafts/s.txt': draft };
    const wanted = 'The damage to the ferry Solveig Bay came to 18 million euros, according to Erik Sand.\n';
    const fixes = fixed(files).filter(([title]) => title.startsWith('Add'));
    assert.deepEqual(fixes, [['Add “according to Erik Sand”', wanted, false]]);
  });
  it('restore a hedge: for an “exactly”, and with the capital of the sentence', () => {
    const boats = (counted: string): string =>
      `PORT ELLERY, May 3, 2024 — A storm came.\n\n${counted} fishing boats were moored at the quay of Torvik when the storm broke.\n`;
    const restored = (counted: string): string | undefined =>
      fixed({ 'a.txt': boats('About 60'), 'b.txt': boats('About 60'), 'drafts/s.txt': boats(counted) }).find(
        ([title]) => title === 'Restore “about” as in a.txt',
      )?.[1];
    for (const [ours, wanted] of [
      ['Exactly 60', 'About 60'],
      ['Sixty', 'About sixty'],
      ['60', 'About 60'],
    ] as const)
      assert.equal(restored(ours), boats(wanted), ours);
    assert.equal(restored('The mayor said that 60'), boats('The mayor said that about 60'));
  });

  it('are none where nothing is found', () => assert.deepEqual(fixed({ 'a.txt': report('$61 million') }), []));
});

describe('the actions that fix the text', () => {
  const index = new FactIndex();
  const sum = (words: string): string =>
    `PORT ELLERY, May 3, 2024 — Parliament approved ${words} in emergency aid for the town of Torvik on Monday.\n`;
  const quote = (word: string): string =>
    `\n“The gates of this dam were ${word} tested after the repair of last year,” Elin Marsdal told reporters in Torvik.\n`;
  const files: Record<string, string> = {
    'a.txt': sum('$61 million') + quote('never'),
    'b.txt': sum('$61 million') + quote('never'),
    'drafts/s.txt': sum('$64 million') + quote('rarely'),
  };
  for (const [label, text] of Object.entries(files)) {
    index.replace({ id: label, label, draft: label.startsWith('drafts/'), tagged: tag(text) });
  }
  const sources = sourcesOf(index);
  const draft = 'drafts/s.txt';
  const context = (only?: string[]): CodeActionContext => ({
    diagnostics: [],
    triggerKind: 2,
    ...(only ? { only } : {}),
  });
  const ask = (words: string, only?: string[]): CodeAction[] => {
    const at = positionAt(sources.lines(draft)!, files[draft]!.indexOf(words) + 1);
    const client = { resolvesEdits: true, setsSeverities: true };
    const question = { id: draft, range: { start: at, end: at }, context: context(only), checkCommand: 'x', client };
    return provideCodeActions(sources, [], question);
  };
  const done = (action: CodeAction): string => {
    const { edit } = resolveTextFix(sources, action, { kind: 'versioned', versionOf: () => 7 });
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: draft, version: 7 });
    return TextDocument.applyEdits(
      TextDocument.create(draft, 'plaintext', 7, files[draft]!),
      change.edits as TextEdit[],
    );
  };

  it('come first, the safe one preferred, and work out their edit when they are chosen', () => {
    const [first] = ask('$64');
    assert.equal(first?.title, 'Change to “$61 million” as in a.txt');
    assert.equal(first.isPreferred, true);
    assert.equal(first.edit, undefined);
    assert.equal(done(first), sum('$61 million') + quote('rarely'));
  });
  it('hide a code in the folder', () => {
    const action = ask('$64').find(({ command }) => command?.command === 'crosscheck.setSeverity');
    assert.deepEqual(action?.command?.arguments, ['conflicting-figure', 'off', draft]);
  });
  it('fix all in a draft at once, for “fix all” on saving', () => {
    const [all, ...others] = ask('$64', ['source.fixAll']);
    assert.equal(others.length, 0);
    assert.equal(all?.kind, 'source.fixAll.crosscheck');
    assert.equal(done(all), sum('$61 million') + quote('never'));
    assert.deepEqual(ask('$64', ['source.organizeImports']), []);
  });
  it('do nothing where their finding is gone', () => {
    const gone = { title: 'x', data: { document: draft, finding: 'none', title: 'x' } };
    assert.equal(resolveTextFix(sources, gone, { kind: 'plain' }).edit, undefined);
    for (const data of [undefined, null, 3, {}, { document: 4 }]) {
      assert.equal(resolveTextFix(sources, { title: 'x', data }, { kind: 'plain' }).edit, undefined);
    }
  });
});
