import { factKinds, type FactVerdict, factVerdicts } from '../../../server/src/protocol';
import { language, speech, t } from '../l10n';
import { kindWords, verdictWords } from '../verdictWords';
import { escapeHtml } from './escapeHtml';

/** What the page of the panel is made of: addresses that the webview may load, and the nonce of its only script. */
export interface PageParts {
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
}

/**
 * The page as it is before its script fills it. Nothing but our own script and style sheet is allowed to load, and no word of a source
 * is in it.
 */
export function pageOf({ cspSource, script, style, nonce }: PageParts): string {
  const spoken = escapeHtml(JSON.stringify(speech()));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(t('Crosscheck: Facts'))}</title>
<link rel="stylesheet" href="${style}">
</head>
<body data-speech="${spoken}">
<header>
  <div role="tablist" ${named(t('View'))}>
    <button role="tab" id="tab-table" aria-controls="panel-table" aria-selected="true">${escapeHtml(t('Table'))}</button>
    <button role="tab" id="tab-timeline" aria-controls="panel-timeline" aria-selected="false" tabindex="-1">${escapeHtml(t('Timeline'))}</button>
  </div>
  <div class="controls" role="group" ${named(t('Filter and order'))}>
    <input id="words" type="search" placeholder="${escapeHtml(t('Filter facts'))}" ${named(t('Filter by words'))}>
    <select id="verdict" ${named(t('Verdict'))}>
      ${options({ all: t('All verdicts'), ...Object.fromEntries(factVerdicts.map((verdict) => [verdict, signed(verdict)])) })}
    </select>
    <select id="kind" ${named(t('Kind'))}>
      ${options({ all: t('All kinds'), ...Object.fromEntries(factKinds.map((kind) => [kind, kindWords(kind).heading])) })}
    </select>
    <select id="sort" ${named(t('Order of the facts'))}>
      ${options({ gravity: t('Gravest first'), label: t('By label'), documents: t('By documents') })}
    </select>
  </div>
  <div class="controls" role="group" ${named(t('Copy the facts shown'))}>
    <span aria-hidden="true">${escapeHtml(t('Copy as'))}</span>
    <button id="copy-markdown" ${named(t('Copy as {0}', 'Markdown'))}>Markdown</button>
    <button id="copy-csv" ${named(t('Copy as {0}', 'CSV'))}>CSV</button>
    <button id="copy-html" ${named(t('Copy as {0}', 'HTML'))}>HTML</button>
  </div>
  <div id="said" role="status"></div>
</header>
<main>
  <section id="panel-table" role="tabpanel" aria-labelledby="tab-table">
    <div id="grid" role="grid" ${named(t('Facts by document'))} aria-describedby="grid-help"></div>
    <div id="grid-help" hidden>${escapeHtml(t('Arrow keys move, Home and End go to the ends of a row, Enter opens the source.'))}</div>
    <div id="details" ${named(t('The cell chosen'))} role="region" tabindex="0"></div>
  </section>
  <section id="panel-timeline" role="tabpanel" aria-labelledby="tab-timeline" aria-describedby="timeline-help" tabindex="0" hidden></section>
  <div id="timeline-help" hidden>${escapeHtml(t('Up and Down go from one statement to the next, Enter opens the source.'))}</div>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** The attribute that gives a screen reader the name of an element. */
function named(name: string): string {
  return `aria-label="${escapeHtml(name)}"`;
}

/** Options of a select by their values. */
function options(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([value, label]) => `<option value="${value}">${escapeHtml(label)}</option>`)
    .join('\n      ');
}

function signed(verdict: FactVerdict): string {
  const { sign, heading } = verdictWords(verdict);
  return `${sign} ${heading}`;
}
