import { tokenText } from '../text/tokens';
import { dayOf } from '../tag/figures/calendar';
import type { Figure } from '../tag/model';
import { dateLabelOf, type Measure, type Place } from './measures';

/** A bare number that its label makes a year, “Built 1885” in a table: as the date that it is, and what happened then; else null. */
export function labelledYear(
  figure: Figure,
  place: Place,
): { readonly figure: Figure; readonly measure: Measure } | null {
  if (figure.type !== 'quantity' || figure.unit !== '' || place.first !== place.last) return null;
  const written = tokenText(place.tokens, place.first);
  if (!/^[12]\d{3}$/.test(written)) return null;
  const measure = dateLabelOf(place);
  if (!measure) return null;
  const year = Number(written);
  const [low, high] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return { figure: { ...figure, type: 'date', op: '=', value: written, low, high, head: '', counted: '' }, measure };
}
