import type { ScannedText } from '../../text/scan';
import { TokenKind } from '../../text/tokens';

const MARKS =
  /^(?:©|copyright|posted|published|updated|modified|edited|comments?|subscribe|follow|share|advertisement|filed|tags?|categories|newsletter|sign|login|log|menu|print|email|e-mail|read|views?|day|date|issue|edition|vol\.?|page|archive|archives|rights)$/i;

/**
 * For each paragraph: is it a page's furniture (a masthead's date, “Updated on …”, a video's length, a copyright line), from whose dates and numbers no fact is made?
 * Only lines that are no sentence are: a short line that a label begins, or that holds little but a date, numbers and separators.
 */
export function furnitureOf(scanned: ScannedText): boolean[] {
  return scanned.paragraphs.map((paragraph) => {
    if (paragraph.kind === 'prose' || paragraph.kind === 'quotation' || paragraph.kind === 'heading') return false;
    const { tokens } = scanned;
    let words = 0;
    let dated = 0;
    let bars = 0;
    for (let i = paragraph.from; i < paragraph.to; i++) {
      const kind = tokens.kind[i]!;
      const text = scanned.text.slice(tokens.start[i], tokens.end[i]);
      if (kind === TokenKind.Word) {
        words++;
        if (DATE_WORD.test(text)) dated++;
      } else if (kind === TokenKind.Number) dated++;
      else if (text === '|' || text === '·' || text === '•' || text === '©') bars++;
    }
    const first = scanned.text.slice(tokens.start[paragraph.from], tokens.end[paragraph.from]);
    if (dated === 0 && bars === 0) return false;
    if (MARKS.test(first) && words <= 14) return true;
    if (bars > 0 && words <= 12) return true;
    return dated >= 2 && words - dated <= 3 && words + dated <= 12;
  });
}

const DATE_WORD =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|febr)(?:uary)?|feb|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|am|pm|a\.m\.|p\.m\.|[ecmp][sd]?t|gmt|utc|at|on|updated|published|posted|min|read)\.?$/i;
