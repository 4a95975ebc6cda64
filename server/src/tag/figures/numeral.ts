/** A number as read, in tokens `from..to` (exclusive). */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** As in `Figure`. */
  readonly fine: number;
  readonly coarse: number;
  readonly low: number;
  readonly high: number;
  /** `exact`: one number; `near`: a word like “a dozen” or “a third”; `vague`: “dozens”, an interval. */
  readonly sense: 'exact' | 'near' | 'vague';
  readonly form: 'digits' | 'words';
  /** The weight of the scale word or suffix (million -> 1e6), else 1. */
  readonly scale: number;
  readonly grouped: boolean;
  readonly decimals: number;
  /** Is it a plain fraction (“a third”, “1/2”)? */
  readonly fraction: boolean;
}

/** What a number stands with decides how a bare m, b or t is read: millions of money, or metres. */
export type Suffixes = 'money' | 'count';

export function exact(
  from: number,
  to: number,
  value: number,
  fine: number,
  form: 'digits' | 'words',
  fraction: boolean,
): Numeral {
  return {
    from,
    to,
    value,
    fine,
    coarse: fine,
    low: value,
    high: value,
    sense: 'exact',
    form,
    scale: 1,
    grouped: false,
    decimals: 0,
    fraction,
  };
}

export function near(from: number, to: number, value: number, width: number, form: 'digits' | 'words'): Numeral {
  return {
    from,
    to,
    value,
    fine: 1,
    coarse: width,
    low: value - width / 2,
    high: value + width / 2,
    sense: 'near',
    form,
    scale: 1,
    grouped: false,
    decimals: 0,
    fraction: false,
  };
}
