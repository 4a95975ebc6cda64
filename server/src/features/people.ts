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
  const people: Person[] = [];
  for (const [i, entity] of sources.entities().entries()) {
    if (i % stride === stride - 1) await breath();
    if (entity.type !== 'person' || !folded(entity.name).includes(wanted)) continue;
    const person = personOf(sources, entity);
    if (person.quotes > 0) people.push(person);
  }
  people.sort((a, b) => b.quotes - a.quotes || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
  return { people: people.slice(0, Math.min(question.limit, mostPeople)), total: people.length };
}

/** One person with all that is said of them and by them. */
export function personOf(sources: Sources, { name, statements }: EntityInFolder): Person {
  const documents: Person['documents'][number][] = [];
  let role = '';
  for (const [id, mentions] of byDocument(statements)) {
    const document = sources.index.document(id);
    const lines = sources.lines(id);
    if (!document || !lines) continue;
    const { names, entities, quotes, scanned } = document.tagged;
    const here = new Set(mentions.map(({ start }) => names[lastStartingAtOrBefore(names, start)]!.entity));
    role ||= [...here].map((entity) => entities[entity]!.role).find((words) => words !== '') ?? '';
    documents.push({
      uri: id,
      path: document.label,
      mentions: mentions.length,
      first: rangeOf(lines, mentions[0]!),
      quotes: quotes
        .filter((quote) => isSpeech(quote) && here.has(quote.speaker?.entity ?? -1))
        .map((quote): PersonQuote => ({
          range: rangeOf(lines, quote),
          text: inContext(scanned, quote).mention,
          direct: quote.direct,
        })),
    });
  }
  return {
    name,
    role,
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
