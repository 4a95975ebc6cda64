import { type FactKind, type FactVerdict } from '../../server/src/protocol';
import { t } from './l10n';

/** How a verdict is shown: a sign for the eye and a word for the ear, so that colour says nothing alone. */
export interface VerdictWords {
  readonly sign: string;
  /** Of one statement or fact. */
  readonly word: string;
  /** Of several facts. */
  readonly heading: string;
}

/** The same signs as in the hovers of the server. Asked for each time: when this module is loaded, the language is not known yet. */
export function verdictWords(verdict: FactVerdict): VerdictWords {
  switch (verdict) {
    case 'conflict':
      return { sign: '≠', word: t('conflict'), heading: t('Conflicts') };
    case 'disputed':
      return { sign: '⇄', word: t('disputed'), heading: t('Disputed') };
    case 'updated':
      return { sign: '↻', word: t('updated'), heading: t('Updated') };
    case 'compatible':
      return { sign: '≈', word: t('compatible'), heading: t('Compatible') };
    case 'agree':
      return { sign: '=', word: t('agreed'), heading: t('Agreed') };
  }
}

export function kindWords(kind: FactKind): { readonly word: string; readonly heading: string } {
  switch (kind) {
    case 'figure':
      return { word: t('figure'), heading: t('Figures') };
    case 'date':
      return { word: t('date'), heading: t('Dates') };
    case 'quote':
      return { word: t('quotation'), heading: t('Quotations') };
  }
}
