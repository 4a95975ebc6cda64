import { type Status } from '../../server/src/protocol';

/** What the server is doing, as far as the client knows. */
export type ServerState = { kind: 'starting' } | { kind: 'stopped' } | { kind: 'running'; status: Status };

export interface StatusText {
  text: string;
  detail: string;
  busy: boolean;
  severity: 'information' | 'warning' | 'error';
  /** What a click offers. */
  offer: 'restart' | 'resume' | 'skipped' | 'problems' | 'none';
}

/** Puts a state into the words of the language status item. */
export function statusText(state: ServerState): StatusText {
  switch (state.kind) {
    case 'starting':
      return { text: 'Crosscheck', detail: 'starting', busy: true, severity: 'information', offer: 'none' };
    case 'stopped':
      return {
        text: 'Crosscheck',
        detail: 'the server is not running',
        busy: false,
        severity: 'error',
        offer: 'restart',
      };
    case 'running':
      return ofIndex(state.status);
  }
}

function ofIndex({ phase, documents, done, facts, findings, skipped }: Status): StatusText {
  const read = phase === 'ready' ? documents - skipped.length : documents;
  const progress = phase === 'ready' ? '' : `${done.toLocaleString('en')} of `;
  const counts = [count(facts, 'fact'), count(findings, 'finding')];
  if (phase === 'stopped') counts.unshift('reading was stopped');
  if (skipped.length > 0) counts.push(`${skipped.length.toLocaleString('en')} skipped`);
  return {
    text: `Crosscheck: ${progress}${count(read, 'document')}`,
    detail: counts.join(', '),
    busy: phase === 'indexing',
    severity: skipped.length > 0 ? 'warning' : 'information',
    offer: phase === 'stopped' ? 'resume' : skipped.length > 0 ? 'skipped' : findings > 0 ? 'problems' : 'none',
  };
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
