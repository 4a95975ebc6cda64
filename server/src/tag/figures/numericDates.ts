import { dayOf, isDate } from './calendar';
import { dateReading, dayStretch } from './dateReading';
import { at, isDash, isGlued, isNumber, type Reader } from './reader';
import type { DateContext, Reading } from './reading';

/** 2024-05-16, 2024/05/16, 16/05/2024, 16.05.2024: by signs; 05/06/2024 only where the text's other dates decide the order. */
export function numericDateAt(r: Reader, i: number, context: DateContext): Reading | null {
  if (!isNumber(r, i)) return null;
  const w = at(r, i);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(w);
  if (dotted) return slashDate(i, i + 1, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]), 'dayFirst');
  const sign = at(r, i + 1);
  if ((!isDash(r, i + 1) && sign !== '/') || !isGlued(r, i + 1) || at(r, i + 3) !== sign || !isGlued(r, i + 3))
    return null;
  if (!isGlued(r, i + 2) || !isGlued(r, i + 4) || isGlued(r, i)) return null;
  const a = w;
  const b = at(r, i + 2);
  const c = at(r, i + 4);
  if (!/^\d{1,2}$/.test(b)) return null;
  if (/^(?:1[0-9]|20)\d\d$/.test(a) && /^\d{1,2}$/.test(c)) {
    const stretch = isDate(Number(a), Number(b), Number(c)) ? dayStretch(dayOf(Number(a), Number(b), Number(c))) : null;
    return stretch ? dateReading(i, i + 5, stretch, 'absolute') : null;
  }
  if (/^\d{1,2}$/.test(a) && /^(?:1[0-9]|20)\d\d$/.test(c))
    return slashDate(i, i + 5, Number(a), Number(b), Number(c), context.slashes);
  return null;
}

function slashDate(
  from: number,
  to: number,
  a: number,
  b: number,
  year: number,
  order: DateContext['slashes'],
): Reading | null {
  const dayLed = isDate(year, b, a);
  const monthLed = isDate(year, a, b);
  if (!dayLed && !monthLed) return null;
  const day =
    dayLed && (!monthLed || order === 'dayFirst' || a === b)
      ? dayOf(year, b, a)
      : monthLed && (!dayLed || order === 'monthFirst')
        ? dayOf(year, a, b)
        : null;
  return dateReading(from, to, day === null ? null : dayStretch(day), 'absolute');
}

/** The order that the text's unambiguous numeric dates show: one slot holds a number above 12. Null where none or both do. */
export function slashOrder(r: Reader): DateContext['slashes'] {
  let order: DateContext['slashes'] = null;
  for (let i = r.from; i < r.to; i++) {
    if (
      r.tokens.kind[i] !== 1 ||
      at(r, i + 1) !== '/' ||
      at(r, i + 3) !== '/' ||
      !/^(?:1[0-9]|20)\d\d$/.test(at(r, i + 4))
    )
      continue;
    const a = Number(at(r, i));
    const b = Number(at(r, i + 2));
    const found = a > 12 && a <= 31 && b <= 12 ? 'dayFirst' : b > 12 && b <= 31 && a <= 12 ? 'monthFirst' : null;
    if (!found) continue;
    if (order && order !== found) return null;
    order = found;
  }
  return order;
}
