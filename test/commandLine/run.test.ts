import assert from 'node:assert/strict';
import { anchorOf } from '../../server/src/facts/anchors';
import { scan } from '../../server/src/text/scan';
import { type Surroundings, run } from '../../server/src/commandLine/run';
import { worthThreads } from '../../server/src/workspace/reading';
import type { Taggers } from '../../server/src/workspace/taggers';
import { asBytes } from '../../server/src/workspace/squeeze';
import { answerTagging } from '../../server/src/workspace/taggingThread';
import { memoryFileSystem, type Node } from '../fixtures/memoryFileSystem';

interface Outcome {
  status: number;
  out: string;
  err: string;
}

async function crosscheck(
  line: string,
  files: Record<string, Node>,
  around: Partial<Surroundings> = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const status = await run(line.split(' '), {
    fs: memoryFileSystem(files),
    version: '1.2.3',
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
    colour: false,
    ...around,
  });
  return { status, out, err };
}

const files = {
  '/ws/a.txt': 'Mr. Keller paid $5 million.',
  '/ws/sub/b.md': '# “Well, that is it,” she said.',
  '/ws/c.js': '',
};

const conflict = {
  '/ws/a.txt': 'Parliament approved $61 million in emergency aid for the town of Torvik on Monday.\n',
  '/ws/b.txt': 'On Monday Parliament approved $64 million in emergency aid for the town of Torvik.\n',
};

describe('crosscheck', () => {
  it('helps', async () => {
    const { status, out, err } = await crosscheck('--help', {});
    assert.deepEqual([status, err], [0, '']);
    for (const word of ['check', 'annotate', '--format', '--fail-on', '--severity', 'sarif', 'Exit status', 'Examples'])
      assert.ok(out.includes(word));
    assert.ok(out.split('\n').every((line) => line.length <= 88));
  });

  it('tells its version', async () => {
    assert.deepEqual(await crosscheck('--version', {}), { status: 0, out: '1.2.3\n', err: '' });
  });

  it('explains a wrong use in one line', async () => {
    const { status, out, err } = await crosscheck('check --format xml /ws', files);
    assert.deepEqual([status, out], [2, '']);
    assert.equal(err, 'crosscheck: unknown format xml; check has text, json, sarif\nTry crosscheck --help\n');
  });

  describe('annotate', () => {
    it('lists the documents of a folder in order, with annotations ascending by their start', async () => {
      const { status, out } = await crosscheck('annotate /ws', files);
      const { version, documents } = JSON.parse(out);
      assert.deepEqual([status, version], [0, 1]);
      assert.deepEqual(
        documents.map(({ path }: { path: string }) => path),
        ['/ws/a.txt', '/ws/sub/b.md'],
      );
      for (const { path, annotations } of documents) {
        const text = files[path as keyof typeof files];
        const ids = annotations.map(({ id }: { id: string }) => id);
        assert.equal(new Set(ids).size, ids.length);
        annotations.forEach(({ start, end, text: words }: { start: number; end: number; text: string }, i: number) => {
          assert.equal(text.slice(start, end), words);
          assert.ok(i === 0 || annotations[i - 1].start <= start);
        });
      }
    });

    it('keeps to the contract', async () => {
      const text =
        'Updated: May 17, 2024\n\n“We will pay it back,” Anna Keller said on May 16, 2024, after more than $5 million was lost.';
      const { out } = await crosscheck('annotate /a.txt', { '/a.txt': text });
      const [document] = JSON.parse(out).documents;
      assert.equal(document.date, '2024-05-17');
      const of = (kind: string, type?: string): Record<string, unknown> =>
        document.annotations.find(
          (a: { kind: string; type?: string }) => a.kind === kind && (!type || a.type === type),
        );
      const keller = of('entity', 'person');
      assert.equal(keller['name'], 'Anna Keller');
      const quote = of('quote');
      const { direct, speaker, cue, confidence } = quote as Record<string, never>;
      const start = text.indexOf('Anna');
      assert.deepEqual(
        { direct, speaker, cue, confidence },
        {
          direct: true,
          speaker: { name: 'Anna Keller', entity: 'Anna Keller', start, end: start + 'Anna Keller'.length },
          cue: 'said',
          confidence: 'high',
        },
      );
      assert.equal(quote['text'], '“We will pay it back,”');
      const money = of('figure', 'money');
      assert.deepEqual([money['value'], money['unit'], money['op'], money['low']], [5e6, 'USD', '>', 5e6]);
      const said = document.annotations.find((a: { value?: unknown }) => a.value === '2024-05-16');
      assert.deepEqual([said.type, said.low, said.high], ['date', '2024-05-16', '2024-05-16']);
    });

    it('prints both the person and the pronoun where the text says only “she”', async () => {
      const text = 'Anna Keller came home on Monday. “We will pay it back,” she said.';
      const { out } = await crosscheck('annotate /a.txt', { '/a.txt': text });
      const quote = JSON.parse(out).documents[0].annotations.find((a: { kind: string }) => a.kind === 'quote');
      assert.deepEqual(quote.speaker, {
        name: 'Anna Keller (she)',
        entity: 'Anna Keller',
        start: text.indexOf('she said'),
        end: text.indexOf('she said') + 3,
      });
      const words = await crosscheck('annotate --format text /a.txt', { '/a.txt': text });
      assert.match(words.out, /→ {2}Anna Keller \(she\), medium confidence/);
    });

    it('has a text for people', async () => {
      const { out } = await crosscheck('annotate --format text /ws/a.txt', files);
      assert.match(out, /^\/ws\/a\.txt\n/);
      assert.match(out, /\n {2}1:17 +money +\$5 million {2}→ {2}5000000 USD\n/);
    });
  });

  describe('check', () => {
    it('says what differs, why, and where', async () => {
      const { status, out, err } = await crosscheck('check /ws', conflict);
      assert.equal(err, '');
      assert.match(out, /^\/ws\/[ab]\.txt:1:\d+ {2}(warning|information) {2}conflicting-figure {2}\S/);
      assert.match(out, /\n {4}\/ws\/a\.txt:1:21 {2}“Parliament approved \$61 million in emergency aid .*”\n/);
      assert.match(out, /\n {4}\/ws\/b\.txt:1:31 {2}“On Monday Parliament approved \$64 million in .*”\n/);
      assert.match(out, /\n1 (warning|note) in 2 documents\n$/);
      assert.equal(status, out.includes('warning') ? 1 : 0);
    });

    it('keeps to the contract', async () => {
      const { out } = await crosscheck('check --format json /ws', conflict);
      const { version, facts, findings } = JSON.parse(out);
      assert.equal(version, 1);
      const money = facts.find(({ mentions }: { mentions: { value?: number }[] }) =>
        mentions.some(({ value }) => value === 61e6),
      );
      assert.deepEqual(
        money.mentions.map(({ path, start, end, text, value }: Record<string, unknown>) => ({
          path,
          start,
          end,
          text,
          value,
        })),
        [
          { path: '/ws/a.txt', start: 20, end: 31, text: '$61 million', value: 61e6 },
          { path: '/ws/b.txt', start: 30, end: 41, text: '$64 million', value: 64e6 },
        ],
      );
      assert.equal(findings.length, 1);
      const [{ id, code, verdict, severity, message, reason, path, start, end, related }] = findings;
      for (const words of [id, message, reason]) assert.ok(typeof words === 'string' && words !== '');
      assert.deepEqual([code, verdict], ['conflicting-figure', 'conflict']);
      assert.ok(['warning', 'information'].includes(severity));
      assert.equal(conflict[path as keyof typeof conflict].slice(start, end).slice(-7), 'million');
      assert.equal(related.length, 1);
    });

    it('ends with 1 from the level that it is told', async () => {
      const levels = ['error', 'warning', 'information', 'hint', 'never'];
      const statuses: number[] = [];
      for (const level of levels) statuses.push((await crosscheck(`check --fail-on ${level} /ws`, conflict)).status);
      const { findings } = JSON.parse((await crosscheck('check --format json /ws', conflict)).out);
      const at = levels.indexOf(findings[0].severity);
      assert.deepEqual(
        statuses,
        levels.map((level, i) => (level !== 'never' && i >= at ? 1 : 0)),
      );
    });

    it('shows findings as they are wanted, by code', async () => {
      const codes = async (severity: string): Promise<[number, string[]]> => {
        const { status, out } = await crosscheck(`check --format json ${severity} /ws`, conflict);
        const { findings } = JSON.parse(out) as { findings: { code: string; severity: string }[] };
        return [status, findings.map(({ code, severity }) => `${code} ${severity}`)];
      };
      assert.deepEqual(await codes('--severity conflicting-figure=error'), [1, ['conflicting-figure error']]);
      assert.deepEqual(await codes('--severity conflicting-figure=hint'), [0, ['conflicting-figure hint']]);
      assert.deepEqual(await codes('--severity conflicting-figure=off'), [0, []]);
    });

    it('gives findings the same id wherever the folder is', async () => {
      const ids = async (root: string): Promise<string[]> => {
        const moved = Object.fromEntries(
          Object.entries(conflict).map(([path, text]) => [path.replace('/ws', root), text]),
        );
        return JSON.parse((await crosscheck(`check --format json ${root}`, moved)).out).findings.map(
          ({ id }: { id: string }) => id,
        );
      };
      assert.deepEqual(await ids('/ws'), await ids('/else/where'));
    });

    it('counts nothing as nothing', async () => {
      assert.deepEqual(await crosscheck('check /ws', { '/ws/a.txt': 'Nothing.' }), {
        status: 0,
        out: 'Nothing found in 1 document\n',
        err: '',
      });
    });

    it('lets no control character of a source reach the terminal', async () => {
      const hostile = Object.fromEntries(
        Object.entries(conflict).map(([path, text]) => [path, text.replace('million', 'million\x1b[2J\u202e')]),
      );
      const { out } = await crosscheck('check /ws', hostile);
      assert.doesNotMatch(out, /[\x1b\u202e]/);
    });

    it('has colours where they are wanted', async () => {
      const { out } = await crosscheck('check /ws', conflict, { colour: true });
      assert.match(out, /^\x1b\[1m\/ws\/[ab]\.txt:1:\d+\x1b\[0m {2}\x1b\[3[36]m(warning|information)\x1b\[0m/);
    });
  });

  describe('where decisions were made', () => {
    const decided = (decisions: readonly unknown[]): Record<string, Node> => ({
      '/ws/a.txt': 'Then Morten Varde spoke.',
      '/ws/b.txt': 'Then Karin Lindgren spoke.',
      '/ws/.crosscheck/decisions.jsonl': decisions.map((decision) => `${JSON.stringify(decision)}\n`).join(''),
    });
    const namesIn = async (line: string, decisions: readonly unknown[]): Promise<string[]> => {
      const { documents } = JSON.parse((await crosscheck(line, decided(decisions))).out);
      return documents.flatMap((d: { annotations: { type: string; text: string }[] }) =>
        d.annotations.map(({ type, text }) => `${type} ${text}`),
      );
    };

    it('reads names as the editor does', async () => {
      const decisions = [
        { kind: 'not-a-name', forms: ['Morten Varde'] },
        { kind: 'name-type', forms: ['Karin Lindgren'], type: 'place' },
      ];
      assert.deepEqual(await namesIn('annotate /ws', decisions), ['place Karin Lindgren']);
      assert.deepEqual(await namesIn('annotate /ws', []), ['person Morten Varde', 'person Karin Lindgren']);
    });

    it('takes two names for one', async () => {
      const same = [{ kind: 'same-name', forms: ['Morten Varde', 'Karin Lindgren'] }];
      const { facts } = JSON.parse((await crosscheck('check --format json /ws', decided(same))).out);
      assert.deepEqual(
        facts.map(({ label, mentions }: { label: string; mentions: unknown[] }) => [label, mentions.length]),
        [['Morten Varde', 2]],
      );
    });

    it('names what makes no sense in them, and goes on', async () => {
      const { status, err } = await crosscheck('check /ws', decided([7]));
      assert.equal(status, 0);
      assert.equal(
        err,
        'crosscheck: /ws/.crosscheck/decisions.jsonl:1: This line was left out: it is not an object.\n',
      );
    });

    it('leaves out what was checked, lists it, and tells of a decision that has lost its place', async () => {
      const at = (file: string, quote: string): object => {
        const text = Object.entries(conflict).find(([path]) => path === `/ws/${file}`)![1];
        const start = text.indexOf(quote);
        return anchorOf(scan(text), { start, end: start + quote.length }, file)!;
      };
      const findings = JSON.parse((await crosscheck('check --format json /ws', conflict)).out).findings;
      const [{ code, path, text, related }] = findings;
      const sides = [{ path, text }, related[0]].map((side) => at(side.path.slice('/ws/'.length), side.text));
      const check = JSON.stringify({ kind: 'checked', code, sides, reason: 'asked' });
      const file = '/ws/.crosscheck/decisions.jsonl';
      const { out, status } = await crosscheck('check --format json /ws', { ...conflict, [file]: `${check}\n` });
      const report = JSON.parse(out);
      assert.deepEqual([status, report.findings], [0, []]);
      assert.equal(report.decided.length, 1);
      assert.deepEqual([report.decided[0].kind, report.decided[0].reason], ['checked', 'asked']);
      assert.deepEqual(report.decided[0].findings, findings);

      const lost = check.replace(text, '7 thousand millions');
      const { err } = await crosscheck('check /ws', { ...conflict, [file]: `\n${lost}\n` });
      assert.match(err, /^crosscheck: \/ws\/.crosscheck\/decisions.jsonl:2: .*no effect: “7 thousand millions”.*\n$/);
    });
  });

  describe('where a folder has a crosscheck.json', () => {
    it('goes by it, as the editor does', async () => {
      const config = '{ "severity": { "conflicting-figure": "error" }, "exclude": ["c.txt"], "drafts": ["b.txt"] }';
      const third = { '/ws/c.txt': conflict['/ws/a.txt'] };
      const { out, err } = await crosscheck('check --format json /ws', {
        ...conflict,
        ...third,
        '/ws/crosscheck.json': config,
      });
      const { findings } = JSON.parse(out) as {
        findings: { severity: string; path: string; related: { path: string }[] }[];
      };
      assert.equal(err, '');
      assert.deepEqual(
        findings.map(({ severity, path, related }) => [severity, path, related.map((each) => each.path)]),
        [['error', '/ws/b.txt', ['/ws/a.txt']]],
      );
    });
    it('lets the arguments say otherwise', async () => {
      const config = '{ "severity": { "conflicting-figure": "error" } }';
      const { status } = await crosscheck('check --severity conflicting-figure=off /ws', {
        ...conflict,
        '/ws/crosscheck.json': config,
      });
      assert.equal(status, 0);
    });
    it('names what makes no sense in it, with its line, and goes on', async () => {
      const { status, err } = await crosscheck('check /ws', {
        ...conflict,
        '/ws/crosscheck.json': '{\n "drafts": 3 }',
      });
      assert.equal(err, 'crosscheck: /ws/crosscheck.json:2: This is a list of globs: ["**/*.txt"].\n');
      assert.equal(status, 1);
    });
    it('leaves out texts in other languages, unless they are named', async () => {
      const german =
        'Das Hafenamt teilte am Montag mit, dass es von der Reparatur nichts gewusst habe und dass das Schiff im Hafen bleibe, bis die Untersuchung beendet ist. Die Kapitänin sagte, sie sei seit zehn Jahren bei der Firma und habe so etwas noch nicht erlebt.';
      const whole = await crosscheck('annotate /ws', { '/ws/a.txt': german });
      assert.match(whole.err, /a\.txt: left out, written in German/);
      assert.equal((await crosscheck('annotate /ws/a.txt', { '/ws/a.txt': german })).err, '');
    });
  });

  describe('told of paths', () => {
    it('takes each file once, whatever it is called', async () => {
      const linked = { ...files, '/link.txt': { link: '/ws/a.txt' } };
      const { out } = await crosscheck('annotate /ws/a.txt /ws /link.txt /ws', linked);
      const paths = JSON.parse(out).documents.map(({ path }: { path: string }) => path);
      assert.deepEqual(paths, ['/ws/a.txt', '/ws/sub/b.md']);
    });

    it('reads a file that a folder would have left out', async () => {
      const { out } = await crosscheck('annotate /ws/c.js', files);
      assert.equal(JSON.parse(out).documents.length, 1);
    });

    it('names one that cannot be read, reports the rest, and ends with 2', async () => {
      for (const verb of ['annotate', 'check --format json']) {
        const { status, out, err } = await crosscheck(`${verb} /none.txt /ws /shut.txt`, {
          ...files,
          '/shut.txt': { unreadable: 'shut' },
        });
        assert.equal(status, 2);
        assert.equal(err, 'crosscheck: /none.txt: no such file or folder\ncrosscheck: /shut.txt: shut\n');
        assert.equal(JSON.parse(out).version, 1);
      }
    });

    it('names a binary: in a folder in passing, by itself as a failure', async () => {
      const binary = { '/ws/a.txt': 'text', '/ws/b.txt': Uint8Array.of(0) };
      const folder = await crosscheck('check /ws', binary);
      assert.equal(folder.status, 0);
      assert.match(folder.err, /^crosscheck: \/ws\/b\.txt: left out, binary/);
      assert.match(folder.out, /in 1 document\n$/);
      const single = await crosscheck('check /ws/b.txt', binary);
      assert.equal(single.status, 2);
      assert.match(single.err, /^crosscheck: \/ws\/b\.txt: binary/);
    });

    it('ends with 2 for a folder inside that cannot be read', async () => {
      const { status, err } = await crosscheck('check /ws', {
        ...files,
        '/ws/shut': { unreadable: 'no permission to read it' },
      });
      assert.deepEqual([status, err], [2, 'crosscheck: /ws/shut: no permission to read it\n']);
    });
  });

  describe('on a large folder', function () {
    this.timeout(10_000);
    const large: Record<string, Node> = { '/ws/binary.txt': Uint8Array.of(0) };
    for (let i = 0; i < worthThreads; i++) large[`/ws/${i}.txt`] = `Then Ada Brook spoke of number ${i}.\n`;
    Object.assign(large, conflict);
    let asked: number[] = [];
    const threads: Taggers = {
      batches: 2,
      tag: async (texts, corrections) => {
        asked.push(texts.length);
        return answerTagging({ texts, corrections }, asBytes);
      },
      rest: () => undefined,
    };
    beforeEach(() => (asked = []));

    for (const line of ['check --format json /ws', 'annotate --format json /ws', 'check /ws']) {
      it(`says the same with threads: ${line}`, async () => {
        const alone = await crosscheck(line, large);
        assert.deepEqual(await crosscheck(line, large, { taggers: threads }), alone);
        assert.equal(
          asked.reduce((a, b) => a + b, 0),
          worthThreads + 2,
        );
        assert.match(alone.err, /binary/);
      });
    }

    it('tags itself what threads do not', async () => {
      const failing = { ...threads, tag: () => Promise.reject(new Error('gone')) };
      assert.deepEqual(
        await crosscheck('check /ws', large, { taggers: failing }),
        await crosscheck('check /ws', large),
      );
    });

    it('has nothing to do with a small one', async () => {
      await crosscheck('check /ws', files, { taggers: threads });
      assert.deepEqual(asked, []);
    });
  });
});
