import assert from 'node:assert/strict';
import { type CodeAction, CodeActionTriggerKind, type Diagnostic } from 'vscode-languageserver';
import { FactIndex } from '../../server/src/facts/index';
import type { Ruling } from '../../server/src/facts/rulings';
import { provideCodeActions } from '../../server/src/features/codeActions';
import { decideWithReasonCommand, decidingOf } from '../../server/src/features/deciding';
import { decideCommand } from '../../server/src/features/serverCapabilities';
import { positionAt } from '../../server/src/text/lines';
import { tag } from '../../server/src/tag/tag';
import { trustedBy } from '../../server/src/workspace/decided';
import { type Decision, isRuling, readEntry } from '../../server/src/workspace/decisions';
import { sourcesOf } from '../../server/src/workspace/sources';

const texts: Record<string, string> = {
  'a.txt': 'Then Karin Lindgren of Renwick Holdings Ltd. spoke in Oslo.',
  'b.txt': 'Then Peter Lindgren spoke. Renwick paid $5 million.',
  'sub/c.txt': 'Parliament approved a $61 million loan for the Varde bridge in April.\n',
  'd.txt': 'In April, parliament approved a $68 million loan for the Varde bridge.\n',
};

interface Asked {
  readonly only?: string[];
  readonly trigger?: CodeActionTriggerKind;
  readonly checkCommand?: string;
  readonly diagnostics?: Diagnostic[];
  readonly decisions?: readonly Decision[];
}

function actions(document: string, words: string, asked: Asked = {}): CodeAction[] {
  const { only, trigger, checkCommand = decideWithReasonCommand, diagnostics = [], decisions = [] } = asked;
  const index = new FactIndex();
  index.setRulings(decisions.filter(isRuling));
  const trusts = trustedBy(decisions.flatMap((decision) => (decision.kind === 'trusted' ? [decision.files] : [])));
  for (const [id, text] of Object.entries(texts)) {
    index.replace({ id, label: id, draft: false, trusted: trusts(id), tagged: tag(text) });
  }
  const sources = sourcesOf(index);
  const at = positionAt(sources.lines(document)!, texts[document]!.indexOf(words) + 1);
  const context = { diagnostics, ...(only ? { only } : {}), ...(trigger ? { triggerKind: trigger } : {}) };
  const offered = provideCodeActions(sources, decisions, {
    id: document,
    range: { start: at, end: at },
    context,
    checkCommand,
    client: { resolvesEdits: false, setsSeverities: false },
  });
  for (const { kind, command, title } of offered) {
    assert.equal(kind, 'quickfix');
    assert.equal(command?.command, title.startsWith('Mark as checked') ? checkCommand : decideCommand);
    assert.ok(decidingOf(command.arguments?.[0], readEntry), title);
  }
  return offered;
}

function titles(document: string, words: string, asked?: Asked): string[] {
  return actions(document, words, asked).map(({ title }) => title);
}

function decisionBehind(document: string, words: string, title: RegExp): Decision {
  const action = actions(document, words).find((each) => title.test(each.title));
  const deciding = decidingOf(action?.command?.arguments?.[0], readEntry);
  assert.ok(deciding && 'decisions' in deciding, String(title));
  assert.equal(deciding.decisions.length, 1);
  return deciding.decisions[0]!;
}

function isAboutFinding(title: string): boolean {
  return /^(Mark|Not the same|Trust)/.test(title);
}

/** The side of the two sums that the finding stands at, and the other. */
const [here, there] = titles('d.txt', '$68').length > 0 ? (['d.txt', '$68'] as const) : (['sub/c.txt', '$61'] as const);

describe('code actions', () => {
  it('on a name say what it is, that it is none, and who it might be too', () => {
    assert.deepEqual(titles('b.txt', 'Lindgren'), [
      '“Peter Lindgren” is the same as “Karin Lindgren”',
      '“Peter Lindgren” is a place',
      '“Peter Lindgren” is an organization',
      '“Peter Lindgren” is not a name',
    ]);
    assert.deepEqual(titles('a.txt', 'Oslo'), [
      '“Oslo” is a person',
      '“Oslo” is an organization',
      '“Oslo” is not a name',
    ]);
  });

  it('are none beside a name, nor where others are asked for', () => {
    assert.deepEqual(titles('b.txt', 'spoke'), []);
    assert.deepEqual(titles('b.txt', '$5'), []);
    assert.deepEqual(titles('b.txt', 'Lindgren', { only: ['refactor'] }), []);
    assert.equal(titles('b.txt', 'Lindgren', { only: ['quickfix'] }).length, 4);
  });

  it('on names are offered when they are asked for, not to light the bulb everywhere', () => {
    assert.deepEqual(titles('b.txt', 'Lindgren', { trigger: CodeActionTriggerKind.Automatic }), []);
    assert.equal(titles('b.txt', 'Lindgren', { trigger: CodeActionTriggerKind.Invoked }).length, 4);
  });

  it('on a finding say that it is checked, that the sides are two facts, which is out of date, whom to trust', () => {
    assert.equal(here, 'sub/c.txt'); // the later of two that stand alone
    const expected = [
      'Mark as checked…',
      'Not the same fact as “$68 million” in d.txt',
      '“$68 million” in d.txt is superseded by this',
      'This is superseded by “$68 million” in d.txt',
      'Trust d.txt over others',
      'Trust c.txt over others',
    ];
    assert.deepEqual(titles(here, there, { trigger: CodeActionTriggerKind.Automatic }), expected);
    assert.equal(titles(here, there, { checkCommand: decideCommand })[0], 'Mark as checked');
  });

  it('quote both sides in their context', () => {
    const decision = decisionBehind(here, there, /^This is superseded/);
    assert.equal(decision.kind, 'superseded');
    assert.deepEqual((decision as Ruling).sides, [
      {
        quote: '$61 million',
        before: '¶Parliament approved a ',
        after: ' loan for the Varde bridge in April.¶',
        file: 'sub/c.txt',
      },
      {
        quote: '$68 million',
        before: '¶In April, parliament approved a ',
        after: ' loan for the Varde bridge.¶',
        file: 'd.txt',
      },
    ]);
    assert.deepEqual(decisionBehind(here, there, /^Trust c/), { kind: 'trusted', files: 'sub/c.txt', reason: '' });
  });

  it('speak of all that say the same as a side', () => {
    texts['e.txt'] = 'In April, parliament approved a $68 million loan for the Varde bridge, the Post reported.\n';
    const title = /^Not the same fact as “\$68 million” in d.txt and 1 more$/;
    const action = actions('sub/c.txt', '$61').find((each) => title.test(each.title));
    const deciding = decidingOf(action?.command?.arguments?.[0], readEntry);
    assert.ok(deciding && 'decisions' in deciding);
    assert.deepEqual(
      deciding.decisions.map((decision) => isRuling(decision) && decision.sides.map(({ file }) => file)),
      [
        ['d.txt', 'sub/c.txt'],
        ['e.txt', 'sub/c.txt'],
      ],
    );
    assert.deepEqual(titles('sub/c.txt', '$61', { decisions: deciding.decisions }).filter(isAboutFinding), []);
    delete texts['e.txt'];
  });

  it('name the problem that they are for', () => {
    const index = new FactIndex();
    for (const [id, text] of Object.entries(texts)) index.replace({ id, label: id, draft: false, tagged: tag(text) });
    const [finding] = index.findings();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const diagnostics = [
      { range, message: 'ours', data: finding!.id },
      { range, message: 'another' },
    ];
    const [check] = actions(here, there, { diagnostics });
    assert.deepEqual(check!.diagnostics, [diagnostics[0]]);
  });

  it('take back what was decided, where it was decided, on demand', () => {
    const apart = { ...(decisionBehind(here, there, /^Not the same/) as Ruling), reason: 'two loans' } as Ruling;
    const decisions: Decision[] = [
      apart,
      { kind: 'not-a-name', forms: ['Varde'] },
      { kind: 'trusted', files: 'sub/**', reason: '' },
    ];
    assert.deepEqual(titles('d.txt', '$68', { decisions, trigger: CodeActionTriggerKind.Automatic }), []);
    assert.deepEqual(titles('d.txt', '$68', { decisions }), [
      'The same as “$61 million” in c.txt after all',
      'Take back: not the same as “$61 million” in c.txt (two loans)',
    ]);
    const taken = actions('sub/c.txt', 'Varde', { decisions }).filter(({ title }) => title.startsWith('Take back'));
    assert.deepEqual(
      taken.map(({ title }) => title),
      ['Take back: “Varde” is not a name', 'Take back: “sub/**” is trusted'],
    );
    const deciding = decidingOf(taken[0]!.command!.arguments![0], readEntry);
    assert.deepEqual(deciding, { takeBack: decisions[1] });
    assert.ok(!titles('d.txt', 'loan', { decisions }).some((title) => title.includes('Varde')));
  });

  it('are carried out only where they make sense', () => {
    for (const junk of [
      undefined,
      null,
      7,
      {},
      { document: 'a' },
      { document: 'a', decisions: [] },
      { document: 'a', decisions: [{ kind: 'x' }] },
    ])
      assert.equal(decidingOf(junk, readEntry), null);
  });
});
