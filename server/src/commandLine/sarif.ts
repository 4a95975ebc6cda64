import type { FolderFacts } from '../facts/index';
import { type Finding, type FindingCode, findingCodes, type Severity, type Statement, textOf } from '../facts/model';
import { oneLine } from '../text/oneLine';
import { type Lines, linesOf, positionAt } from '../text/lines';
import { placesIn } from './places';

/** What each code means in a line; docs/findings has the page. */
const meanings: Record<FindingCode, string> = {
  'conflicting-figure': 'Two figures for one thing cannot both be right.',
  'conflicting-date': 'Two dates for one event cannot both be right.',
  'quote-wording': 'One quotation stands in two wordings.',
  'quote-speaker': 'One quotation stands under two names.',
  'name-spelling': 'One name is spelled in two ways.',
  'unsupported-figure': 'A draft states a figure that no source has, or that the sources hedge.',
  'unsupported-quote': 'A draft quotes words that no source prints.',
};

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * `check --format sarif`: a log of SARIF 2.1.0 with one run. Regions are in lines and columns from 1, counted in UTF-16 units; the finding's id
 * is its fingerprint. A rule's help names its page as a text: SARIF has absolute URIs only, and the pages are wherever Crosscheck is.
 */
export function sarifLog(index: FolderFacts, findings: readonly Finding[], version: string): object {
  const places = placesIn(index);
  const known = new Map<string, Lines>();
  const linesIn = (document: string): Lines => {
    const lines = known.get(document) ?? linesOf(textOf(index.document(document)));
    known.set(document, lines);
    return lines;
  };
  const physicalLocation = (statement: Statement): object => {
    const [start, end] = [statement.start, statement.end].map((offset) =>
      positionAt(linesIn(statement.document), offset),
    );
    return {
      artifactLocation: { uri: uriOf(statement.document) },
      region: {
        startLine: start!.line + 1,
        startColumn: start!.character + 1,
        endLine: end!.line + 1,
        endColumn: end!.character + 1,
        snippet: { text: places.text(statement) },
      },
    };
  };
  const results = findings.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: findingCodes.indexOf(finding.code),
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    relatedLocations: finding.related.map((statement, i) => ({
      id: i + 1,
      physicalLocation: physicalLocation(statement),
      message: { text: oneLine(places.text(statement)) },
    })),
    partialFingerprints: { 'crosscheckFinding/v1': finding.id },
    properties: { verdict: finding.verdict, severity: finding.severity },
  }));
  const rules = findingCodes.map((code) => ({
    id: code,
    shortDescription: { text: meanings[code] },
    help: { text: `docs/findings/${code}.md, in the folder of Crosscheck` },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Crosscheck', version, rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function messageOf({ message, reason }: Finding): string {
  const words = oneLine(message);
  return reason === '' || message.includes(reason) ? words : `${words} ${oneLine(reason)}`;
}

/** A path as a URI, relative where the path is. */
function uriOf(path: string): string {
  const absolute = /^(?:[A-Za-z]:)?[\\/]/.test(path);
  const parts = path.replaceAll('\\', '/').split('/');
  const encoded = parts.map((part, i) =>
    i === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
  return absolute ? `file://${path.startsWith('/') ? '' : '/'}${encoded.join('/')}` : encoded.join('/');
}
