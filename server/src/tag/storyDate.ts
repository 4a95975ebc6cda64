import type { ScannedText } from '../text/scan';
import type { StoryDate } from './model';

export function findStoryDate(_scanned: ScannedText): StoryDate | null {
  return null;
}
