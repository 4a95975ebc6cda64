import type { ScannedText } from '../text/scan';
import type { Figure, NameMention, StoryDate } from './model';

export function tagFigures(_scanned: ScannedText, _names: readonly NameMention[], _storyDate: StoryDate | null): Figure[] {
  return [];
}
