import { t } from './l10n';

/** “courier.txt, line 3”; `line` counts from 0. */
export function lineInWords(path: string, line: number): string {
  return t('{0}, line {1}', path, String(line + 1));
}
