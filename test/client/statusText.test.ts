import assert from 'node:assert/strict';
import { type Status } from '../../server/src/protocol';
import { statusText } from '../../client/src/statusText';

const status: Status = {
  phase: 'ready',
  documents: 12,
  done: 12,
  facts: 1204,
  findings: 3,
  skipped: [],
  generation: 1,
};

describe('status text', () => {
  it('says what is indexed, and offers the problems', () => {
    assert.deepEqual(statusText({ kind: 'running', status }), {
      text: 'Crosscheck: 12 documents',
      detail: '1,204 facts, 3 findings',
      busy: false,
      severity: 'information',
      offer: 'problems',
    });
  });

  it('says how far the reading is', () => {
    const { text, busy } = statusText({ kind: 'running', status: { ...status, phase: 'indexing', done: 5 } });
    assert.deepEqual({ text, busy }, { text: 'Crosscheck: 5 of 12 documents', busy: true });
  });

  it('does not hide what was skipped', () => {
    const skipped = [{ uri: 'file:///scan.txt', reason: 'binary' }];
    assert.deepEqual(statusText({ kind: 'running', status: { ...status, skipped } }), {
      text: 'Crosscheck: 11 documents',
      detail: '1,204 facts, 3 findings, 1 skipped',
      busy: false,
      severity: 'warning',
      offer: 'skipped',
    });
  });

  it('speaks of one document in the singular, and offers nothing where nothing is wrong', () => {
    const alone = { ...status, documents: 1, done: 1, facts: 1, findings: 0 };
    const { text, detail, offer } = statusText({ kind: 'running', status: alone });
    assert.deepEqual(
      { text, detail, offer },
      { text: 'Crosscheck: 1 document', detail: '1 fact, 0 findings', offer: 'none' },
    );
  });

  it('offers a restart when the server is gone', () => {
    const { severity, offer } = statusText({ kind: 'stopped' });
    assert.deepEqual({ severity, offer }, { severity: 'error', offer: 'restart' });
  });
});
