import assert from 'node:assert/strict';
import { run } from '../../server/src/commandLine/run';
import { findingCodes } from '../../server/src/facts/model';
import { memoryFileSystem, type Node } from '../fixtures/memoryFileSystem';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  snippet: { text: string };
}
interface PhysicalLocation {
  artifactLocation: { uri: string };
  region: Region;
}
interface Log {
  version: string;
  runs: {
    columnKind: string;
    tool: { driver: { name: string; version: string; rules: { id: string; help: { text: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: { physicalLocation: PhysicalLocation }[];
      relatedLocations: { id: number; physicalLocation: PhysicalLocation; message: { text: string } }[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}

async function sarif(line: string, files: Record<string, Node>): Promise<Log> {
  let out = '';
  await run(['check', '--format', 'sarif', ...line.split(' ')], {
    fs: memoryFileSystem(files),
    version: '1.2.3',
    print: async (text) => void (out += text),
    complain: async (text) => assert.fail(text),
    colour: false,
  });
  return JSON.parse(out) as Log;
}

const files = {
  '/ws/a b.txt': '😀 Torvik.\n\nParliament approved $61 million in emergency aid for the town of Torvik on Monday.\n',
  '/ws/b.txt': '😀 On Monday Parliament approved $64 million in emergency aid for the town of Torvik.\n',
};

describe('SARIF', () => {
  it('has one run with a rule for every code, each with its page', async () => {
    const { version, runs } = await sarif('/ws', files);
    assert.equal(version, '2.1.0');
    assert.equal(runs.length, 1);
    const { name, version: ours, rules } = runs[0]!.tool.driver;
    assert.deepEqual([name, ours], ['Crosscheck', '1.2.3']);
    assert.deepEqual(
      rules.map(({ id }) => id),
      findingCodes,
    );
    for (const { id, help } of rules) assert.ok(help.text.includes(`docs/findings/${id}.md`));
  });

  it('gives both sides in lines and columns from 1, counted in UTF-16 units', async () => {
    const [run] = (await sarif('/ws', files)).runs;
    assert.equal(run!.columnKind, 'utf16CodeUnits');
    const [result, ...more] = run!.results;
    assert.deepEqual(more, []);
    assert.ok(result);
    assert.equal(run!.tool.driver.rules[result.ruleIndex]!.id, result.ruleId);
    assert.equal(result.ruleId, 'conflicting-figure');
    assert.ok(['warning', 'note'].includes(result.level));
    assert.match(result.message.text, /^\$6\d million here; \$6\d million in .*both about “/);
    const sides = [result.locations[0]!, ...result.relatedLocations].map(({ physicalLocation }) => physicalLocation);
    assert.deepEqual(sides.map(({ artifactLocation }) => artifactLocation.uri).sort(), [
      'file:///ws/a%20b.txt',
      'file:///ws/b.txt',
    ]);
    for (const { artifactLocation, region } of sides) {
      const lines = files[decodeURIComponent(artifactLocation.uri.slice(7)) as keyof typeof files].split('\n');
      const words = lines[region.startLine - 1]!.slice(region.startColumn - 1, region.endColumn - 1);
      assert.equal(region.endLine, region.startLine);
      assert.match(words, /^\$6[14] million$/);
      assert.equal(region.snippet.text, words);
    }
    assert.deepEqual(
      result.relatedLocations.map(({ id }) => id),
      [1],
    );
  });

  it('has fingerprints that moves of the text leave alone', async () => {
    const print = (log: Log): string[] =>
      log.runs[0]!.results.map((r) => r.partialFingerprints['crosscheckFinding/v1']!);
    const before = print(await sarif('/ws', files));
    assert.match(before.join(), /^\w+$/);
    const moved = { ...files, '/ws/b.txt': `It rained.\n\n${files['/ws/b.txt']}` };
    assert.deepEqual(print(await sarif('/ws', moved)), before);
  });

  it('calls what is no warning a note, and has no results where nothing is found', async () => {
    const [hint] = (await sarif('--severity conflicting-figure=hint /ws', files)).runs;
    assert.equal(hint!.results[0]!.level, 'note');
    const [error] = (await sarif('--severity conflicting-figure=error /ws', files)).runs;
    assert.equal(error!.results[0]!.level, 'error');
    assert.deepEqual((await sarif('/ws/b.txt', files)).runs[0]!.results, []);
  });
});
