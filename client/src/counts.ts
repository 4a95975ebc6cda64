import { t } from './l10n';

// Each with a message of its own for one: other languages inflect more than an ending.

export function documentCount(count: number): string {
  return count === 1 ? t('1 document') : t('{0} documents', count);
}

export function factCount(count: number): string {
  return count === 1 ? t('1 fact') : t('{0} facts', count);
}

export function findingCount(count: number): string {
  return count === 1 ? t('1 finding') : t('{0} findings', count);
}

export function quotationCount(count: number): string {
  return count === 1 ? t('1 quotation') : t('{0} quotations', count);
}

/** How often somebody is named. */
export function namingCount(count: number): string {
  return count === 1 ? t('named once') : t('named {0} times', count);
}
