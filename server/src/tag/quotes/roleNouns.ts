import roles from '../data/roles.json';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PLURALS = set(roles.plurals);
export const TITLES = set(roles.titles);
export const WRITINGS = set(roles.writings);
export const PEOPLE = set(roles.people);
const ROLES = set(`${roles.people} ${roles.bodies} ${roles.writings}`);
const PLURAL_PRONOUNS = set('they we i you two three four both many others some several few most');

/** The role noun that a word is, in the singular, or ''. */
export function roleOf(lower: string): string {
  if (ROLES.has(lower)) return lower;
  if (lower.endsWith('ies') && ROLES.has(`${lower.slice(0, -3)}y`)) return `${lower.slice(0, -3)}y`;
  if (lower.endsWith('s') && ROLES.has(lower.slice(0, -1))) return lower.slice(0, -1);
  if (lower.endsWith('men') && ROLES.has(`${lower.slice(0, -3)}man`)) return `${lower.slice(0, -3)}man`;
  return '';
}

export function isPlural(lower: string): boolean {
  return (
    PLURALS.has(lower) ||
    PLURAL_PRONOUNS.has(lower) ||
    (lower.endsWith('s') && !lower.endsWith('ss')) ||
    lower.endsWith('men')
  );
}
