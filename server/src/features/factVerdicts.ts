import { type Fact, type FactKind, type Finding, type RelatedStatement, type Statement, textOf } from '../facts/model';
import { type FactVerdict, factVerdicts } from '../protocol';
import { contains, spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { valueInWords } from './readings';
import { statedValue } from './statementReading';

/** What was reported where. */
export interface Reported {
  /** The finding that a statement is a side of. */
  at(statement: Statement): Finding | undefined;
  /** The finding that has a side around a statement: the quotation in which a figure was altered. */
  around(statement: Statement): Finding | undefined;
}

export function reportedIn(findings: readonly Finding[]): Reported {
  const byPlace = new Map<string, Finding>();
  const byDocument = new Map<string, { readonly side: Statement; readonly finding: Finding }[]>();
  for (const finding of findings) {
    if (finding.code.startsWith('unsupported') || finding.code === 'name-spelling') continue;
    for (const side of [finding, ...finding.related]) {
      if (!byPlace.has(placeKey(side))) byPlace.set(placeKey(side), finding);
      const known = byDocument.get(side.document);
      if (known) known.push({ side, finding });
      else byDocument.set(side.document, [{ side, finding }]);
    }
  }
  return {
    at: (statement) => byPlace.get(placeKey(statement)),
    around: (statement) => byDocument.get(statement.document)?.find(({ side }) => contains(side, statement))?.finding,
  };
}

/** The gravest thing that can be said of a fact: what was reported of it, else how its statements stand to the one most share. */
export function factVerdict(
  sources: Sources,
  fact: Fact,
  reported: Reported,
): { readonly verdict: FactVerdict; readonly message: string } {
  const of = ({ verdict, message }: Finding) => ({ verdict, message });
  for (const statement of fact.statements) {
    const finding = reported.at(statement);
    if (finding) return of(finding);
  }
  const verdicts = standings(sources, fact);
  const gravest = factVerdicts.find((verdict) => verdicts.includes(verdict)) ?? 'agree';
  if (gravest !== 'conflict') return { verdict: gravest, message: '' };
  for (const [i, statement] of fact.statements.entries()) {
    const finding = verdicts[i] === 'conflict' ? reported.around(statement) : undefined;
    if (finding) return of(finding);
  }
  // What was not reported is no conflict to the reader: the sentences were not alike enough, or somebody has decided.
  return { verdict: 'compatible', message: '' };
}

/** The verdicts of the statements of a fact, in their order: none is in conflict where the fact is not. */
export function statementVerdicts(sources: Sources, fact: Fact, verdict: FactVerdict): FactVerdict[] {
  const verdicts = standings(sources, fact);
  return verdict === 'conflict' ? verdicts : verdicts.map((each) => (each === 'conflict' ? 'compatible' : each));
}

export function verdictIn({ judgement }: RelatedStatement): FactVerdict {
  return judgement?.verdict ?? 'agree';
}

/**
 * How each statement of a fact stands to the one that most documents share; that one agrees with itself, unless as many documents share
 * another that contradicts it: then nothing says which of them is right, and both are in conflict.
 */
function standings(sources: Sources, fact: Fact): FactVerdict[] {
  const shared = documentsByWording(sources, fact);
  const anchor = [...shared.values()].reduce((a, b) => (b.documents.size > a.documents.size ? b : a));
  const judged = new Map(judgements(sources, fact, anchor.first));
  const verdicts = fact.statements.map((statement) => {
    const known = judged.get(placeKey(statement)) ?? seenFrom(sources, fact, statement, anchor.first);
    return (
      known ??
      (wordingKey(sources, fact.kind, statement) === wordingKey(sources, fact.kind, anchor.first)
        ? 'agree'
        : 'compatible')
    );
  });
  const rivals = fact.statements.flatMap((statement, i) => {
    const documents = shared.get(wordingKey(sources, fact.kind, statement))?.documents.size ?? 0;
    return isRivalry(verdicts[i]!) && documents >= anchor.documents.size ? [verdicts[i]!] : [];
  });
  const gravest = factVerdicts.find((verdict) => rivals.includes(verdict));
  return gravest === undefined ? verdicts : verdicts.map((verdict) => (verdict === 'agree' ? gravest : verdict));
}

/** Each statement that was compared with one, by its place. */
function judgements(sources: Sources, { kind }: Fact, one: Statement): [string, FactVerdict][] {
  const { index } = sources;
  const known = kind !== 'quote' && index.figureStatedAt(one) !== null;
  const statements = known ? index.figureStatements(one) : index.factStatedAt(one, kind)?.statements;
  return (statements ?? []).flatMap((statement) =>
    statement.judgement ? [[placeKey(statement), statement.judgement.verdict]] : [],
  );
}

/** How the anchor stands to a statement that was linked to it and not the other way round. */
function seenFrom(sources: Sources, fact: Fact, statement: Statement, anchor: Statement): FactVerdict | undefined {
  if (placeKey(statement) === placeKey(anchor)) return 'agree';
  return new Map(judgements(sources, fact, statement)).get(placeKey(anchor));
}

/** Verdicts of which both sides have a share; what is updated has an older side. */
function isRivalry(verdict: FactVerdict): boolean {
  return verdict === 'conflict' || verdict === 'disputed';
}

/** The documents that state each value of a fact, or each wording of a quotation, with its first statement. */
function documentsByWording(
  sources: Sources,
  { kind, statements }: Fact,
): Map<string, { readonly first: Statement; readonly documents: Set<string> }> {
  const out = new Map<string, { first: Statement; documents: Set<string> }>();
  for (const statement of statements) {
    const key = wordingKey(sources, kind, statement);
    const known = out.get(key);
    if (known) known.documents.add(statement.document);
    else out.set(key, { first: statement, documents: new Set([statement.document]) });
  }
  return out;
}

/** The value, where a figure has one. A folder has many thousand statements: none is unpacked for it where the index knows. */
function wordingKey({ index }: Sources, kind: FactKind, statement: Statement): string {
  const document = index.document(statement.document);
  if (!document) return '';
  const written = spanText(textOf(document), statement);
  if (kind === 'quote') return written;
  const stated = index.figureStatedAt(statement);
  return (stated ? valueInWords(stated.figure) : statedValue(document.tagged, statement)) || written;
}

function placeKey({ document, start, end }: Statement): string {
  return `${start} ${end} ${document}`;
}
