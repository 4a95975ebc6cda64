import type { CodeAction } from 'vscode-languageserver';
import { type Anchor, anchorOf } from '../facts/anchors';
import { type Finding, type SourceDocument, type Statement, textOf } from '../facts/model';
import type { Ruling } from '../facts/rulings';
import { fileName } from '../text/fileName';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { Sources } from '../workspace/sources';
import { quickFix } from './deciding';
import { inQuotes } from './decisionsInWords';
import { decideCommand } from './serverCapabilities';

const mostSides = 12;
const mostOffered = 3;
/** A value that so many documents state is not parted from another pair by pair. */
const mostOfSide = 12;
const mostPairs = 24;

/** A place of a finding. */
interface Place {
  readonly document: SourceDocument;
  readonly anchor: Anchor;
}

/** The places of a finding that say the same in the same words. */
interface Words {
  readonly words: string;
  readonly statements: readonly Statement[];
}

/** The same with what they are told by; those that nothing tells from other places of their files left out. */
interface Side {
  readonly words: string;
  readonly places: readonly Place[];
}

/**
 * What can be said of a finding: that it is accounted for, that the two sides are no one fact, which of them is out of date, whom to
 * trust. `checkCommand` is what marks as checked: ours, or the client's that asks for a reason first.
 */
export function findingActions(sources: Sources, finding: Finding, checkCommand: string): CodeAction[] {
  const [here, ...others] = wordsOf(sources, finding).map(({ words, statements }): Side => ({
    words,
    places: [...placesOf(sources, statements, mostOfSide)],
  }));
  if (!here || here.places.length === 0) return [];
  const check = checkAction(sources, finding, checkCommand);
  const actions = check ? [check] : [];
  if (!/^(conflicting|quote)-/.test(finding.code)) return actions;
  const against = others.filter(({ places }) => places.length > 0).slice(0, mostOffered);
  for (const there of against) actions.push(...ofSides(finding, here, there));
  if (/^conflicting-/.test(finding.code)) actions.push(...ofTrust(here, against));
  return actions;
}

/** That it is accounted for: null where one of the sides cannot be told. Of each side one document is unpacked, for a hover has a link to this. */
export function checkAction(sources: Sources, finding: Finding, checkCommand: string): CodeAction | null {
  const all = wordsOf(sources, finding);
  if (all.length > mostSides) return null;
  const sides: Anchor[] = [];
  for (const { statements } of all) {
    const [place] = placesOf(sources, statements, 1);
    if (!place) return null;
    sides.push(place.anchor);
  }
  const title = checkCommand === decideCommand ? 'Mark as checked' : 'Mark as checked…';
  const decision = { kind: 'checked', code: finding.code, sides, reason: '' } as const;
  return quickFix(title, { document: finding.document, decisions: [decision] }, checkCommand);
}

/** What is said of one place holds for all that say the same: else the finding would stay, told of another pair. */
function ofSides({ document, code }: Finding, here: Side, there: Side): CodeAction[] {
  const pairs = here.places
    .flatMap((a) => there.places.map((b) => [a, b] as const))
    .filter(([a, b]) => a.document !== b.document)
    .slice(0, mostPairs)
    .map(([a, b]) => [a.anchor, b.anchor] as const);
  if (pairs.length === 0) return [];
  const more = there.places.length > 1 ? ` and ${there.places.length - 1} more` : '';
  const other = `${inQuotes(there.words)} in ${fileName(there.places[0]!.document.label)}${more}`;
  const thing = /^quote-/.test(code) ? 'quotation' : 'fact';
  const act = (title: string, decisions: readonly Ruling[]): CodeAction => quickFix(title, { document, decisions });
  const superseded = (old: Anchor, by: Anchor): Ruling => ({ kind: 'superseded', sides: [old, by], reason: '' });
  return [
    act(
      `Not the same ${thing} as ${other}`,
      pairs.map(([a, b]) => ({ kind: 'not-same', sides: [a, b], reason: '' })),
    ),
    act(
      `${other} is superseded by this`,
      pairs.map(([a, b]) => superseded(b, a)),
    ),
    act(
      `This is superseded by ${other}`,
      pairs.map(([a, b]) => superseded(a, b)),
    ),
  ];
}

function ofTrust(here: Side, others: readonly Side[]): CodeAction[] {
  const documents = [...others, here].flatMap(({ places }) => (places[0] ? [places[0].document] : []));
  const distinct = [...new Set(documents)];
  if (distinct.length < 2) return [];
  return distinct
    .filter(({ draft, trusted }) => !draft && !trusted)
    .map(({ id, label }) =>
      quickFix(`Trust ${fileName(label)} over others`, {
        document: id,
        decisions: [{ kind: 'trusted', files: label, reason: '' }],
      }),
    );
}

/** The places by their words, in the order in which the words come. */
function wordsOf({ index }: Sources, finding: Finding): Words[] {
  const byWords = new Map<string, Statement[]>();
  for (const statement of [finding, ...finding.related]) {
    const document = index.document(statement.document);
    if (!document) continue;
    const words = oneLine(spanText(textOf(document), statement));
    const known = byWords.get(words);
    if (known) known.push(statement);
    else byWords.set(words, [statement]);
  }
  return Array.from(byWords, ([words, statements]) => ({ words, statements }));
}

/** So many at most. */
function* placesOf({ index }: Sources, statements: readonly Statement[], most: number): Generator<Place> {
  let found = 0;
  for (const statement of statements) {
    if (found === most) return;
    const document = index.document(statement.document)!;
    const anchor = anchorOf(document.tagged.scanned, statement, document.label);
    if (!anchor) continue;
    found++;
    yield { document, anchor };
  }
}
