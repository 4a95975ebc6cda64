import type { Anchor } from '../facts/anchors';
import type { Attached } from '../facts/rulings';
import { fileName } from '../text/fileName';
import { oneLine } from '../text/oneLine';
import type { Decision } from '../workspace/decisions';

const longest = 40;

/** Words as they are quoted in a title, cut to be read at a glance. A quotation has its own marks. */
export function inQuotes(words: string): string {
  const line = oneLine(words);
  const whole = line.length <= longest;
  const cut = whole ? line : `${line.slice(0, longest - 1).replace(/\s\S*$/, '')} …`;
  const closing = closingMarks[line.charAt(0)];
  if (closing === undefined) return `“${cut}”`;
  return whole ? cut : cut + closing;
}

const closingMarks: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '«': '»',
  '„': '“',
};

/** A decision in an editor's words, for the one of its sides that is looked at: “not the same fact as “$60 billion” in b.txt”. */
export function rulingInWords({ ruling, places }: Attached, here: number, labelOf: (id: string) => string): string {
  const sideOf = (i: number): string =>
    `${inQuotes(ruling.sides[i]!.quote)} in ${fileName(labelOf(places[i]!.document))}`;
  const others = ruling.sides.flatMap((_: Anchor, i) => (i === here ? [] : [sideOf(i)])).join(', ');
  const what = ((): string => {
    switch (ruling.kind) {
      case 'checked':
        return others === '' ? 'checked' : `checked against ${others}`;
      case 'not-same':
        return `not the same as ${others}`;
      case 'same':
        return `the same as ${others}`;
      case 'superseded':
        return here === 0 ? `superseded by ${others}` : `supersedes ${others}`;
    }
  })();
  return ruling.reason === '' ? what : `${what} (${oneLine(ruling.reason)})`;
}

/** A decision that speaks of no place, in an editor's words. */
export function decisionInWords(decision: Exclude<Decision, { readonly sides: unknown }>): string {
  switch (decision.kind) {
    case 'trusted':
      return `${inQuotes(decision.files)} is trusted${decision.reason === '' ? '' : ` (${oneLine(decision.reason)})`}`;
    case 'not-a-name':
      return `${decision.forms.map(inQuotes).join(', ')} is not a name`;
    case 'name-type':
      return `${decision.forms.map(inQuotes).join(', ')} is ${decision.type === 'organization' ? 'an' : 'a'} ${decision.type}`;
    case 'same-name':
      return `${decision.forms.slice(1).map(inQuotes).join(', ')} is the same as ${inQuotes(decision.forms[0]!)}`;
  }
}
