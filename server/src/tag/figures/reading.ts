import type { FigureType, Operator } from '../model';
import type { Counted } from './counted';

/** A figure as a rule reads it, in tokens `from..to` (exclusive); the span of the figure is that of the tokens. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly type: FigureType;
  readonly value: number | string | null;
  readonly unit: string;
  /** As in `Figure`. */
  readonly per: string;
  readonly op: Operator;
  readonly low: number | null;
  readonly high: number | null;
  readonly fine: number;
  readonly coarse: number;
  /** The hedge's tokens, or null; in no part of the figure's span unless it stands behind it, glued. */
  readonly hedge: { readonly from: number; readonly to: number } | null;
  readonly role: 'level' | 'change' | 'threshold' | 'rank';
  readonly counted: Counted | null;
  readonly resolution: 'absolute' | 'story' | 'open';
}

/** What dates are resolved against. */
export interface DateContext {
  /** The story's day, or null. */
  readonly story: number | null;
  /** Which slot of 05/06/2024 is the month, where other dates of the text decide it. */
  readonly slashes: 'monthFirst' | 'dayFirst' | null;
}

/** What a rule found at a token: a figure, or a number that is none (a score, a model number), whose tokens are passed over up to `to`. */
export type Found = Reading | { readonly decoy: true; readonly to: number };

export function isReading(found: Found): found is Reading {
  return 'type' in found;
}
