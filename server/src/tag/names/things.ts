import type { Found } from './headlines';
import { initialsOf } from './initials';
import { lexicon } from './lexicon';
import { Kind, KINDS } from './model';
import { charOf, type Reading } from './reading';
import { Shape } from './words';

/** Gives each mention of a place, an organization or anything else but a person its entity: by name, listed alias, acronym or short form. */
export function linkThings(
  reading: Reading,
  found: readonly Found[],
  written: readonly string[][],
  entityOf: Int32Array,
  open: (kind: Kind) => number,
): void {
  const { canonical } = lexicon();
  const words = written.map((name) => (name.length > 1 && name[0] === 'the' ? name.slice(1) : name));
  const acronyms = acronymsOf(reading, found, words);
  const short = shortForms(found, words);
  const byKey = new Map<string, number>();
  /** By kind; names repeat, and to find what one stands for is dear. */
  const byName = KINDS.map(() => new Map<string, number>());
  for (let i = 0; i < found.length; i++) {
    const { kind } = found[i]!;
    if (kind === Kind.Person) continue;
    const name = words[i]!.join(' ');
    let entity = byName[kind]!.get(name);
    if (entity === undefined) {
      const plain = name.replaceAll('.', '');
      const known =
        canonical.get(name) ??
        canonical.get(plain) ??
        acronyms.get(plain) ??
        (kind === Kind.Organization ? short.get(plain) : null) ??
        plain;
      const key = `${kind} ${canonical.get(known) ?? known}`;
      entity = byKey.get(key) ?? open(kind);
      byKey.set(key, entity);
      byName[kind]!.set(name, entity);
    }
    entityOf[i] = entity;
  }
}

/** The first word of an organization's name, where but one has it: “Renwick” for “Renwick Holdings”. Null where several do. */
function shortForms(found: readonly Found[], words: readonly string[][]): Map<string, string | null> {
  const { flags, phrases } = lexicon();
  const out = new Map<string, string | null>();
  for (let i = 0; i < found.length; i++) {
    const first = words[i]![0]!;
    if (
      found[i]!.kind !== Kind.Organization ||
      words[i]!.length < 2 ||
      first.length < 3 ||
      flags.has(first) ||
      phrases.has(first)
    )
      continue;
    const key = words[i]!.join(' ').replaceAll('.', '');
    const held = out.get(first);
    out.set(first, held === undefined || held === key ? key : null);
  }
  return out;
}

/** Acronym -> the folded name that stands before it in the text (“Anti Corruption Bureau (ACB)”), or whose initials it has. */
function acronymsOf(reading: Reading, found: readonly Found[], words: readonly string[][]): Map<string, string> {
  const out = new Map<string, string>();
  const byInitials = new Map<string, string | null>();
  for (let i = 0; i < found.length; i++) {
    const { kind, to } = found[i]!;
    if (kind === Kind.Person || words[i]!.length < 2) continue;
    const key = words[i]!.join(' ');
    const initials = initialsOf(words[i]!);
    const next = found[i + 1];
    if (
      next &&
      charOf(reading, to) === '(' &&
      next.from === to + 1 &&
      next.to === next.from + 1 &&
      reading.of[next.from]!.shape === Shape.AllCaps
    ) {
      const short = words[i + 1]![0]!.replaceAll('.', '');
      if (short.charAt(0) === initials.charAt(0) && next.kind === kind) out.set(short, key);
    }
    if (initials.length < 3) continue;
    const held = byInitials.get(initials);
    byInitials.set(initials, held === undefined || held === key ? key : null);
  }
  for (const [initials, key] of byInitials) if (key !== null && !out.has(initials)) out.set(initials, key);
  return out;
}
