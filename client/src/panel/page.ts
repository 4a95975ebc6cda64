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
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Crosscheck: Facts</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<header>
  <div role="tablist" aria-label="View">
    <button role="tab" id="tab-table" aria-controls="panel-table" aria-selected="true">Table</button>
    <button role="tab" id="tab-timeline" aria-controls="panel-timeline" aria-selected="false" tabindex="-1">Timeline</button>
  </div>
  <div class="controls" role="group" aria-label="Filter and order">
    <input id="words" type="search" placeholder="Filter facts" aria-label="Filter by words">
    <select id="verdict" aria-label="Verdict">
      <option value="all">All verdicts</option>
      <option value="conflict">≠ Conflicts</option>
      <option value="disputed">⇄ Disputed</option>
      <option value="updated">↻ Updated</option>
      <option value="compatible">≈ Compatible</option>
      <option value="agree">= Agreed</option>
    </select>
    <select id="kind" aria-label="Kind">
      <option value="all">All kinds</option>
      <option value="figure">Figures</option>
      <option value="date">Dates</option>
      <option value="quote">Quotations</option>
    </select>
    <select id="sort" aria-label="Order of the facts">
      <option value="gravity">Gravest first</option>
      <option value="label">By label</option>
      <option value="documents">Most documents first</option>
    </select>
  </div>
  <div class="controls" role="group" aria-label="Copy the facts shown">
    <span aria-hidden="true">Copy as</span>
    <button id="copy-markdown" aria-label="Copy as Markdown">Markdown</button>
    <button id="copy-csv" aria-label="Copy as CSV">CSV</button>
    <button id="copy-html" aria-label="Copy as HTML">HTML</button>
  </div>
  <div id="said" role="status"></div>
</header>
<main>
  <section id="panel-table" role="tabpanel" aria-labelledby="tab-table">
    <div id="grid" role="grid" aria-label="Facts by document" aria-describedby="grid-help"></div>
    <div id="grid-help" hidden>Arrow keys move, Home and End go to the ends of a row, Enter opens the source.</div>
    <div id="details" aria-label="The cell chosen" role="region"></div>
  </section>
  <section id="panel-timeline" role="tabpanel" aria-labelledby="tab-timeline" tabindex="0" hidden></section>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
