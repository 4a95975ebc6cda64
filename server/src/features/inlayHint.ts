import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { Figure } from '../tag/model';
import { offsetAt, positionAt } from '../text/lines';
import { lastStartingAtOrBefore, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import type { InlayHints } from './editorSettings';
import { valueInWords } from './readings';

/** A range is a screen or two; of an endless line no more than this is worth marking. */
const mostHints = 500;

/**
 * What figures mean where the words leave it to be worked out: “on Thursday” is 16 May 2024, “dozens” is 24 to 99. What the
 * text says itself is not said again.
 */
export function provideInlayHints(sources: Sources, id: string, range: Range, shown: InlayHints): InlayHint[] {
  const lines = sources.lines(id);
  const tagged = sources.index.document(id)?.tagged;
  if (!lines || !tagged || shown === 'off') return [];
  const { figures, scanned } = tagged;
  const end = offsetAt(lines, range.end);
  const hints: InlayHint[] = [];
  const first = Math.max(0, lastStartingAtOrBefore(figures, offsetAt(lines, range.start)));
  for (let i = first; i < figures.length && figures[i]!.start < end && hints.length < mostHints; i++) {
    const figure = figures[i]!;
    const meaning = isToBeWorkedOut(figure, spanText(scanned.text, figure), shown) ? valueInWords(figure) : '';
    if (meaning === '') continue;
    hints.push({
      position: positionAt(lines, figure.end),
      label: `= ${meaning}`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    });
  }
  return hints;
}

function isToBeWorkedOut(figure: Figure, written: string, shown: InlayHints): boolean {
  const { type, resolution, furniture, op } = figure;
  if (furniture) return false;
  if (type === 'date') return resolution === 'story';
  if (shown !== 'all' || type === 'ordinal' || type === 'time') return false;
  // Digits in full say what they mean; words, scales and vague counts do not.
  const inDigits = /\d/.test(written) && !/(million|billion|trillion|thousand|[\d.](k|m|bn|tn)\b)/i.test(written);
  return !inDigits && (op === '..' || figure.low !== 1);
}
