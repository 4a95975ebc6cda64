import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Finding, findingCodes } from '../../server/src/facts/model';
import { defaultSettings } from '../../server/src/workspace/settings';
import {
  readSeverities,
  type Severities,
  severityChoices,
  withSeverities,
} from '../../server/src/workspace/severities';
import { Workspace } from '../../server/src/workspace/workspace';
import { memoryFileSystem } from '../fixtures/memoryFileSystem';

function finding(code: Finding['code'], severity: Finding['severity']): Finding {
  const at = { document: 'a.txt', start: 0, end: 1 };
  return {
    ...at,
    id: `${code} ${severity}`,
    code,
    verdict: 'conflict',
    severity,
    message: '',
    reason: '',
    related: [],
  };
}

describe('severities', () => {
  const found = [finding('quote-wording', 'hint'), finding('conflicting-date', 'warning')];

  it('leave findings as they were found where nothing is set', () => {
    assert.deepEqual(withSeverities(found, {}), found);
    assert.deepEqual(readSeverities({ 'quote-wording': 'as found' }), { severities: {}, problems: [] });
  });

  it('raise, lower and hide findings by their code', () => {
    const { severities } = readSeverities({ 'quote-wording': 'error', 'conflicting-date': 'off' });
    assert.deepEqual(
      withSeverities(found, severities).map(({ id, severity }) => `${id} → ${severity}`),
      ['quote-wording hint → error'],
    );
  });

  it('count from the moment that they are set, for the folder of the document', async () => {
    const aid = (sum: string): string =>
      `Parliament approved ${sum} in emergency aid for the town of Torvik on Monday.`;
    const files = { '/ws/a.txt': aid('$61 million'), '/ws/b.txt': aid('$64 million') };
    const workspace = new Workspace({
      fs: memoryFileSystem(files),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      editDelay: 0,
      onChange: () => undefined,
      onFault: assert.fail,
    });
    workspace.setFolders([{ location: '/ws', name: 'ws' }]);
    workspace.start();
    const shown = async (severity: Severities): Promise<string[]> => {
      workspace.configure(new Map([['/ws', { ...defaultSettings, severity }]]));
      await workspace.settled();
      while (!(await workspace.sources.lookForFindings(() => Promise.resolve())));
      return workspace.sources.findings().map(({ code, severity: level }) => `${code} ${level}`);
    };
    assert.deepEqual(await shown({}), ['conflicting-figure warning']);
    assert.deepEqual(await shown({ 'conflicting-figure': 'hint' }), ['conflicting-figure hint']);
    assert.deepEqual(await shown({ 'conflicting-figure': 'off' }), []);
    assert.deepEqual(await shown({ 'conflicting-date': 'error' }), ['conflicting-figure warning']);
  });

  it('survive anything, and take nothing but codes and levels', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...findingCodes), fc.anything())), (value) => {
        const { severities } = readSeverities(value);
        for (const [code, level] of Object.entries(severities)) {
          assert.ok((findingCodes as readonly string[]).includes(code));
          assert.ok((severityChoices as readonly string[]).includes(level));
        }
      }),
    );
  });
});
