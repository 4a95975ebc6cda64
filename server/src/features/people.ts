import type { EntityInFolder } from '../facts/index';
import type { Statement } from '../facts/model';
import type { Quote } from '../tag/model';
import { inContext } from '../text/inContext';
import { lastStartingAtOrBefore } from '../text/span';
import type { People, PeopleQuestion, Person, PersonQuote } from '../protocol';
import type { Sources } from '../workspace/sources';
import { type Breath, stride } from './breath';
import { folded } from './folded';
import { rangeOf } from './places';

/** No view shows more people than this, whatever is asked for. */
const mostPeople = 10_000;

/** Who is quoted in the folder, the most quoted first, with what each document has them say. */
export async function providePeople(sources: Sources, question: PeopleQuestion, breath: Breath): Promise<People> {
  const wanted = folded(question.words ?? '');
  const asked = sources.entities().filter(({ type, name }) => type === 'person' && folded(name).includes(wanted));
  // Document by document: to look into one may mean to unpack it.
  const named = new Map<string, { readonly person: number; readonly mentions: readonly Statement[] }[]>();
  for (const [person, { statements }] of asked.entries()) {
    for (const [id, mentions] of byDocument(statements)) {
      const known = named.get(id);
      if (known) known.push({ person, mentions });
      else named.set(id, [{ person, mentions }]);
    }
  }
  const appearances = asked.map((): Appearance[] => []);
  let steps = 0;
  for (const { id } of sources.index.documents()) {
    if (++steps % stride === 0) await breath();
    for (const { person, mentions } of named.get(id) ?? []) {
      const here = appearanceIn(sources, id, mentions);
      if (here) appearances[person]!.push(here);
    }
  }
  const people = asked.map((entity, i) => personWith(entity, appearances[i]!)).filter(({ quotes }) => quotes > 0);
  people.sort((a, b) => b.quotes - a.quotes || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
  return { people: people.slice(0, Math.min(question.limit, mostPeople)), total: people.length };
}

/** One person with all that is said of them and by them. */
export function personOf(sources: Sources, entity: EntityInFolder): Person {
  const found = [...byDocument(entity.statements)].map(([id, mentions]) => appearanceIn(sources, id, mentions));
  return personWith(
    entity,
    found.filter((each) => each !== null),
  );
}

/** What one document says of a person, and has them say. */
interface Appearance {
  readonly document: Person['documents'][number];
  readonly role: string;
}

function appearanceIn(sources: Sources, id: string, mentions: readonly Statement[]): Appearance | null {
  const document = sources.index.document(id);
  const lines = sources.lines(id);
  if (!document || !lines) return null;
  const { names, entities, quotes, scanned } = document.tagged;
  const here = new Set(mentions.map(({ start }) => names[lastStartingAtOrBefore(names, start)]!.entity));
  const spoken = quotes.filter((quote) => isSpeech(quote) && here.has(quote.speaker?.entity ?? -1));
  return {
    role: [...here].map((entity) => entities[entity]!.role).find((words) => words !== '') ?? '',
    document: {
      uri: id,
      path: document.label,
      mentions: mentions.length,
      first: rangeOf(lines, mentions[0]!),
      quotes: spoken.map((quote): PersonQuote => ({
        range: rangeOf(lines, quote),
        text: inContext(scanned, quote).mention,
        direct: quote.direct,
      })),
    },
  };
}

function personWith({ name, statements }: EntityInFolder, found: readonly Appearance[]): Person {
  const documents = found.map(({ document }) => document);
  return {
    name,
    role: found.find(({ role }) => role !== '')?.role ?? '',
    mentions: statements.length,
    documents,
    quotes: documents.reduce((sum, { quotes }) => sum + quotes.length, 0),
  };
}

function isSpeech({ direct, use }: Quote): boolean {
  return !direct || use === 'speech';
}

function byDocument(statements: readonly Statement[]): Map<string, Statement[]> {
  const out = new Map<string, Statement[]>();
  for (const statement of statements) {
    const known = out.get(statement.document);
    if (known) known.push(statement);
    else out.set(statement.document, [statement]);
  }
  return out;
}
