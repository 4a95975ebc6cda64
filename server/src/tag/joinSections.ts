import type { TextFormat } from '../text/markdown';
import type { Paragraph, ScannedText, Sentence } from '../text/scan';
import type { Section } from '../text/sections';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import type { Tokens } from '../text/tokens';
import type { Entity, Figure, NameMention, Quote, TaggedSection, TaggedText } from './model';
import { namesThroughout, peopleAmong, withNames } from './names/acrossSections';

/**
 * The sections of a text, in their order, as one tagged text. People are called in each what they are called in the whole; where that is as in
 * `before`, a section stays the same object.
 */
export function joinSections(
  text: string,
  format: TextFormat,
  sections: readonly (Section & Pick<TaggedSection, 'alone'>)[],
  before: readonly TaggedSection[] = [],
): TaggedText {
  const earlier = new Map(before.map((section) => [section.alone, section]));
  const people = sections.map(({ alone }) => earlier.get(alone)?.people ?? peopleAmong(alone.entities));
  const called = namesThroughout(people);
  const tagged = sections.map((section, s): TaggedSection => {
    const { alone } = section;
    const known = earlier.get(alone)?.tagged;
    const isKnown = known?.entities.every(({ name }, e) => name === (called[s]!.get(e) ?? alone.entities[e]!.name));
    return { ...section, people: people[s]!, tagged: isKnown ? known! : withNames(alone, called[s]!) };
  });
  return inWhole(text, format, tagged);
}

/** What is around a span: of a long text its section, with the span's place there. */
export function closeUp({ scanned, sections }: TaggedText, span: Span): { scanned: ScannedText; span: Span } {
  const section = sections?.[lastStartingAtOrBefore(sections, span.start)];
  return section ? { scanned: section.alone.scanned, span: moved(span, -section.start) } : { scanned, span };
}

/**
 * What the sections hold, with offsets into the whole. Entities of one type and name are one. The lists are made when they
 * are asked for and kept: after an edit in a text of megabytes most of them are asked for by nobody before the next one.
 */
function inWhole(text: string, format: TextFormat, sections: readonly TaggedSection[]): TaggedText {
  const scanned = joinScans(text, format, sections);
  const linked = once(() => joinEntities(sections));
  const names = once(() =>
    shifted(sections, ({ names: own }, by, s): NameMention[] =>
      // Field by field: to spread a hundred thousand objects takes several times as long.
      own.map(({ start, end, type, titleStart, entity }) => ({
        start: start + by,
        end: end + by,
        type,
        titleStart: titleStart + by,
        entity: linked().numbers[s]![entity]!,
      })),
    ),
  );
  const figures = once(() =>
    shifted(sections, ({ figures: own }, by): Figure[] => own.map((figure) => ({ ...figure, ...moved(figure, by) }))),
  );
  const quotes = once(() =>
    shifted(sections, ({ quotes: own }, by, s): Quote[] =>
      own.map(({ start, end, direct, use, content, closed, speaker, cue, rule, confidence, modality }) => ({
        start: start + by,
        end: end + by,
        direct,
        use,
        content: moved(content, by),
        closed,
        speaker: speaker && {
          start: speaker.start + by,
          end: speaker.end + by,
          name: speaker.name,
          entity: linked().numbers[s]![speaker.entity] ?? -1,
          pronoun: speaker.pronoun,
        },
        cue,
        rule,
        confidence,
        modality,
      })),
    ),
  );
  return {
    scanned,
    storyDate: sections[0]!.tagged.storyDate,
    get names() {
      return names();
    },
    get entities() {
      return linked().entities;
    },
    get quotes() {
      return quotes();
    },
    get figures() {
      return figures();
    },
    sections,
  };
}

function joinScans(text: string, format: TextFormat, sections: readonly TaggedSection[]): ScannedText {
  const tokens = once(() => joinTokens(text, sections));
  const bases = once(() => {
    const all = { tokens: [0], sentences: [0], paragraphs: [0] };
    for (const { tagged } of sections) {
      all.tokens.push(all.tokens.at(-1)! + tagged.scanned.tokens.count);
      all.sentences.push(all.sentences.at(-1)! + tagged.scanned.sentences.length);
      all.paragraphs.push(all.paragraphs.at(-1)! + tagged.scanned.paragraphs.length);
    }
    return all;
  });
  const sentences = once(() =>
    shifted(sections, ({ scanned }, by, s): Sentence[] => {
      const [token, first] = [bases().tokens[s]!, bases().paragraphs[s]!];
      return scanned.sentences.map(({ start, end, paragraph, from, to }) => ({
        start: start + by,
        end: end + by,
        paragraph: paragraph + first,
        from: from + token,
        to: to + token,
      }));
    }),
  );
  const paragraphs = once(() =>
    shifted(sections, ({ scanned }, by, s): Paragraph[] => {
      const [token, sentence] = [bases().tokens[s]!, bases().sentences[s]!];
      return scanned.paragraphs.map(({ start, end, kind, from, to, firstSentence, endSentence }) => ({
        start: start + by,
        end: end + by,
        kind,
        from: from + token,
        to: to + token,
        firstSentence: firstSentence + sentence,
        endSentence: endSentence + sentence,
      }));
    }),
  );
  const sentenceOf = once(() => {
    const out = new Int32Array(bases().tokens.at(-1)!);
    sections.forEach(({ tagged: { scanned } }, s) => {
      const [token, sentence] = [bases().tokens[s]!, bases().sentences[s]!];
      for (let i = 0; i < scanned.tokens.count; i++) out[token + i] = scanned.sentenceOf[i]! + sentence;
    });
    return out;
  });
  return {
    text,
    format,
    get tokens() {
      return tokens();
    },
    get sentences() {
      return sentences();
    },
    get paragraphs() {
      return paragraphs();
    },
    get sentenceOf() {
      return sentenceOf();
    },
    get frontMatter() {
      return sections[0]!.alone.scanned.frontMatter;
    },
  };
}

function joinTokens(text: string, sections: readonly TaggedSection[]): Tokens {
  const count = sections.reduce((sum, { tagged }) => sum + tagged.scanned.tokens.count, 0);
  const joined = {
    text,
    count,
    start: new Int32Array(count),
    end: new Int32Array(count),
    kind: new Uint8Array(count),
    glued: new Uint8Array(count),
  };
  let at = 0;
  for (const { start: by, tagged } of sections) {
    const { tokens } = tagged.scanned;
    joined.kind.set(tokens.kind, at);
    joined.glued.set(tokens.glued, at);
    for (let i = 0; i < tokens.count; i++, at++) {
      joined.start[at] = tokens.start[i]! + by;
      joined.end[at] = tokens.end[i]! + by;
    }
  }
  return joined;
}

/** `numbers`: by section, for each of its entities the one of the whole text. */
function joinEntities(sections: readonly TaggedSection[]): { entities: Entity[]; numbers: number[][] } {
  const known = new Map<string, number>();
  const members: { readonly first: Entity; readonly all: Entity[]; readonly mentions: number[] }[] = [];
  let firstName = 0;
  const numbers = sections.map(({ tagged }) => {
    const own = tagged.entities.map((entity) => {
      const key = `${entity.type}\n${entity.name}`;
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = members.push({ first: entity, all: [], mentions: [] }) - 1));
      const { all, mentions } = members[number]!;
      all.push(entity);
      for (const mention of entity.mentions) mentions.push(mention + firstName);
      return number;
    });
    firstName += tagged.names.length;
    return own;
  });
  const entities = members.map(({ first: { type, name }, all, mentions }): Entity => {
    const aliases = new Set<string>();
    for (const entity of all) for (const alias of entity.aliases) aliases.add(alias);
    return {
      type,
      ...(all.every(({ tentative }) => tentative) && { tentative: true as const }),
      name,
      aliases: [...aliases],
      role: all.find(({ role }) => role !== '')?.role ?? '',
      gender: all.find(({ gender }) => gender !== '')?.gender ?? '',
      mentions,
    };
  });
  return { entities, numbers };
}

function shifted<T>(
  sections: readonly TaggedSection[],
  of: (tagged: TaggedText, by: number, section: number) => T[],
): T[] {
  return sections.flatMap(({ tagged, start }, s) => of(tagged, start, s));
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
