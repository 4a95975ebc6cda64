import type { ScannedText } from '../text/scan';
import type { Entity, NameMention, Quote } from './model';

export function tagQuotes(_scanned: ScannedText, _names: readonly NameMention[], _entities: readonly Entity[]): Quote[] {
  return [];
}
