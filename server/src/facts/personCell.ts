import { Lex, lexicon } from '../tag/names/lexicon';
import type { PersonName } from '../tag/names/personName';
import { sameFamilyName, sameGivenName } from '../tag/names/spelling';

/** A form of a person's name in the folder: its parts, with a key that equal forms share. */
export interface NameForm {
  readonly key: string;
  readonly name: PersonName;
}

/** Among more people of like name none is found by guess, and the work stays in bounds. */
const MOST_NAMESAKES = 300;

/** The family name as written, wherever it stands. */
export function familyOf(name: PersonName): string {
  return name.familyFirst ? name.given : name.family;
}

/**
 * Which of the forms that share a family name's skeleton name the same person. A full name joins another that it is compatible with,
 * if there is but one; a bare family name joins the only full name that has it. The result depends on the set of forms alone, not on their order.
 *
 * @returns form key -> the key of the group's leading form. A bare name that nothing resolves is absent.
 */
export function groupForms(forms: readonly NameForm[]): Map<string, string> {
  const out = new Map<string, string>();
  const full = forms.filter((f) => f.name.parts.length > 1).sort(byFullness);
  const groups: NameForm[][] = [];
  const byInitial = new Map<string, NameForm[][]>();
  for (const form of full) {
    const initial = initialOf(form.name);
    const near = byInitial.get(initial) ?? [];
    const candidates =
      near.length > MOST_NAMESAKES ? [] : near.filter((g) => g.every((other) => compatible(form.name, other.name)));
    if (candidates.length === 1) {
      candidates[0]!.push(form);
      out.set(form.key, candidates[0]![0]!.key);
      continue;
    }
    const group = [form];
    groups.push(group);
    out.set(form.key, form.key);
    const list = byInitial.get(initial);
    if (list) list.push(group);
    else byInitial.set(initial, [group]);
  }
  for (const form of forms) {
    if (form.name.parts.length > 1) continue;
    if (groups.length > MOST_NAMESAKES) continue;
    const bearers = groups.filter((g) => g.some((other) => sameFamilyName(familyOf(other.name), form.name.family)));
    if (bearers.length === 1) out.set(form.key, bearers[0]![0]!.key);
    else if (bearers.length === 0 && isRare(form.name.family)) out.set(form.key, form.key);
  }
  return out;
}

/** A bare name that no full name explains is taken for one person only where it is no common name. */
function isRare(family: string): boolean {
  return ((lexicon().flags.get(family) ?? 0) & (Lex.Surname | Lex.EastAsian | Lex.Given)) === 0;
}

function initialOf(name: PersonName): string {
  return (name.familyFirst ? (name.parts[1] ?? '') : name.given).charAt(0);
}

function byFullness(a: NameForm, b: NameForm): number {
  return b.name.parts.length - a.name.parts.length || b.key.length - a.key.length || (a.key < b.key ? -1 : 1);
}

function compatible(a: PersonName, b: PersonName): boolean {
  if (a.familyFirst !== b.familyFirst) return false;
  // Short syllables differ by one letter between two people: only the same letters will do.
  if (a.familyFirst) return a.parts.join('') === b.parts.join('');
  if (!sameFamilyName(a.family, b.family) || !sameGivenName(a.given, b.given)) return false;
  const [short, long] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
  let k = 1;
  for (let i = 1; i + 1 < short.length; i++) {
    while (k + 1 < long.length && !sameGivenName(short[i]!, long[k]!)) k++;
    if (k + 1 >= long.length) return false;
    k++;
  }
  return true;
}
