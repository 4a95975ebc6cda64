import type { ScannedText } from '../text/scan';
import type { Entity, NameMention } from './model';

export function tagNames(_scanned: ScannedText): { names: NameMention[]; entities: Entity[] } {
  return { names: [], entities: [] };
}
