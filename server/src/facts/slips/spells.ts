import { civilOf } from '../../tag/figures/calendar';
import type { Figure, TaggedText } from '../../tag/model';
import type { Slip } from './model';
import { tokenAt, wordAt, wordsBetween, written } from './words';

/** “for 12 years, from 1999 to 2004”, “his 12-year rule (1999–2004)”: between the spell and its years may stand these, and what lasted. */
const JOINTS = new Set([',', '(', 'from', '–', '—', '-']);
const SPELLS = new Set(
  'reign rule tenure term presidency premiership career marriage war occupation dictatorship siege conflict period spell'.split(
    ' ',
  ),
);
/** “the last five years (1999–2004)”, “every four years from 1996 to 2012”: no spell, or a part of one. */
const NOT_SPELLS = new Set(
  'in every within per each after before first last next past ago nearly almost ages aged than'.split(' '),
);
const DAYS_PER_YEAR = 365.2425;

/** A number of years that its own first and last year contradict. */
export function spellSlips(tagged: TaggedText): Slip[] {
  const { figures } = tagged;
  const out: Slip[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const spell = figures[i]!;
    const range = figures[i + 1]!;
    if (!isSpell(tagged, spell) || !isRangeOfYears(tagged, range) || !isOf(tagged, spell, range)) continue;
    const years = civilOf(range.high!).year - civilOf(range.low!).year;
    const said = Math.round(spell.low! / DAYS_PER_YEAR);
    if (years < 1 || Math.abs(years - said) <= 1) continue;
    out.push({
      code: 'conflicting-figure',
      start: spell.start,
      end: spell.end,
      reason: `${written(tagged, range)} is ${years} years, not ${said}`,
      related: [{ start: range.start, end: range.end }],
    });
  }
  return out;
}

function isSpell(tagged: TaggedText, figure: Figure): boolean {
  if (figure.type !== 'duration' || figure.unit !== 'year' || figure.op !== '=' || figure.hedge !== '') return false;
  const { tokens } = tagged.scanned;
  const first = tokenAt(tokens, figure.start);
  return (
    !NOT_SPELLS.has(wordAt(tokens, first - 1)) &&
    figure.low! >= 1.5 * DAYS_PER_YEAR &&
    !NOT_SPELLS.has(wordAt(tokens, first - 2))
  );
}

function isRangeOfYears(tagged: TaggedText, figure: Figure): boolean {
  if (figure.type !== 'date' || figure.op !== '..' || figure.low === null || figure.resolution !== 'absolute')
    return false;
  return /^\d{4}\D{1,6}\d{4}$/.test(tagged.scanned.text.slice(figure.start, figure.end));
}

function isOf(tagged: TaggedText, spell: Figure, range: Figure): boolean {
  const between = wordsBetween(tagged.scanned.tokens, spell.end, range.start, 3);
  if (!between || between.length === 0) return false;
  const joints = SPELLS.has(between[0]!) ? between.slice(1) : between;
  return joints.length > 0 && joints.every((word) => JOINTS.has(word));
}
