import type { FolderEntities } from './folderEntities';
import type { FolderName } from './folderName';
import type { RelatedStatement } from './model';
import { isFuller } from './nameForms';
import { byRank } from './statementOrder';
import type { WhoIsWho } from './whoIsWho';

/** An entity of the folder, with every mention of it. */
export interface Naming {
  /** What it is called. */
  readonly name: string;
  /** By the rank of the document, then by offset. */
  readonly statements: readonly RelatedStatement[];
}

interface Named {
  readonly name: string;
  /** In any order. */
  readonly members: readonly number[];
}

/** So many names are kept, for a reader asks of one after the other, and of one from several places. */
const MOST_KEPT = 16;

/** Where entities are named. A few have thousands of mentions, and a hover is waited for. */
export class Namings {
  private readonly known = new Map<FolderName, Naming>();

  constructor(
    private readonly entities: FolderEntities,
    private readonly who: WhoIsWho,
  ) {}

  /** Something changed. */
  forget(): void {
    this.known.clear();
  }

  /** Of an entity by its number. `ranks` are those of all documents, by id; another object when they change. */
  of(number: number, ranks: ReadonlyMap<string, number>): Naming {
    const own = this.entities.nameOf(number);
    const known = this.known.get(own);
    if (known) return known;
    const { name, members } = this.who.hasAliases ? this.asSaid(number) : this.byName(number);
    const naming = { name, statements: this.listed(members, ranks) };
    if (!this.who.goesByName(number)) return naming;
    if (this.known.size >= MOST_KEPT) this.known.clear();
    this.known.set(own, naming);
    return naming;
  }

  private asSaid(number: number): Named {
    const members = this.who.same(number);
    return { name: this.who.called(members).name, members };
  }

  /** Where nobody has said anything of names, it is the fullest of them, whoever bears it. */
  private byName(number: number): Named {
    const shares = this.who.shares(number);
    const name = shares.reduce((best, share) => (isFuller(share.name.name, best) ? share.name.name : best), '');
    const [only] = shares;
    return { name, members: only && shares.length === 1 ? only.bearers : shares.flatMap(({ bearers }) => bearers) };
  }

  private listed(members: readonly number[], ranks: ReadonlyMap<string, number>): RelatedStatement[] {
    const { entities } = this;
    entities.rank(ranks);
    const out: RelatedStatement[] = [];
    let last = '';
    let first = 0;
    for (const number of byRank(members, (each) => entities.rankOf(each))) {
      const document = entities.documentOf(number);
      const isFurther = document === last;
      if (!isFurther) first = out.length;
      last = document;
      entities.eachMention(number, (start, end) => out.push({ document, start, end, judgement: null }));
      // Of several entities that a document has for one.
      if (isFurther) out.push(...out.splice(first).sort((a, b) => a.start - b.start));
    }
    return out;
  }
}
