import namewords from '../data/namewords.json';
import { Lex } from './lexicon';
import { Kind, type Candidate } from './model';
import { charOf, type Reading } from './reading';
import { Shape } from './words';

const ROLES = new Set(namewords.labels.split(' '));
const LONGEST_LABEL = 4;
const LONGEST_ACRONYM = 4;
const LABEL = 3.5;

/**
 * The labels of a transcript (“INGRID VOSS: We agreed.”) name people: words in capitals before a colon at the head of a paragraph, where the
 * text has one of them again or several of them. A lone one may be a dateline or a rubric. Adds to the evidence of the candidates.
 */
export function weighLabels(reading: Reading, candidates: readonly Candidate[]): void {
  const labels = candidates.filter((c) => isLabel(reading, c));
  if (labels.length < 2) return;
  for (const c of labels) {
    const role = c.to - c.from === 1 && ROLES.has(c.key);
    if (!role && c.to - c.from === 1 && c.key.length <= LONGEST_ACRONYM) continue;
    c.context[role ? Kind.Other : Kind.Person] += LABEL;
    if (!role) c.context[Kind.Place] -= 1.2;
  }
}

function isLabel(reading: Reading, { from, to, titleFrom }: Candidate): boolean {
  const { sentences, sentenceOf, paragraphs } = reading.scanned;
  if (paragraphs[sentences[sentenceOf[from]!]!.paragraph]!.from !== titleFrom || to - from > LONGEST_LABEL)
    return false;
  let behind = to;
  // “TOM HALE (D): …”
  if (charOf(reading, to) === '(') while (behind < to + 6 && charOf(reading, behind - 1) !== ')') behind++;
  if (charOf(reading, behind) !== ':' || reading.of[to - 1]!.flags & (Lex.Function | Lex.Calendar)) return false;
  for (let k = from; k < to; k++) {
    const { shape, flags } = reading.of[k]!;
    if (flags & Lex.Function && shape === Shape.AllCaps) return false;
    if (shape !== Shape.AllCaps && shape !== Shape.Initial && shape !== Shape.None) return false;
  }
  return true;
}
