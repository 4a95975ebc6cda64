import { type Status } from '../../server/src/protocol';
import { documentCount, factCount, findingCount } from './counts';
import { t } from './l10n';

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
      return { text: 'Crosscheck', detail: t('starting'), busy: true, severity: 'information', offer: 'none' };
    case 'stopped':
      return {
        text: 'Crosscheck',
        detail: t('the server is not running'),
        busy: false,
        severity: 'error',
        offer: 'restart',
      };
    case 'running':
      return ofIndex(state.status);
  }
}

function ofIndex({ phase, documents, done, facts, findings, skipped }: Status): StatusText {
  const counts = [factCount(facts), findingCount(findings)];
  if (phase === 'stopped') counts.unshift(t('reading was stopped'));
  if (skipped.length > 0) counts.push(t('{0} skipped', skipped.length));
  return {
    text:
      phase === 'ready'
        ? t('Crosscheck: {0}', documentCount(documents - skipped.length))
        : t('Crosscheck: {0} of {1}', done, documentCount(documents)),
    detail: counts.join(', '),
    busy: phase === 'indexing',
    severity: skipped.length > 0 ? 'warning' : 'information',
    offer: phase === 'stopped' ? 'resume' : skipped.length > 0 ? 'skipped' : findings > 0 ? 'problems' : 'none',
  };
}
