/** A text with its edits made, and where a span of the text before is in it. Edits are ascending and do not overlap. */
export function edited(text, edits) {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return {
    text: out + text.slice(at),
    now: (span) => ({ start: moved(edits, span.start, 0), end: moved(edits, span.end, 1) }),
  };
}

function moved(edits, offset, isEnd) {
  let shift = 0;
  for (const { start, end, text } of edits) {
    const inside = isEnd ? offset > start && offset < end : offset > start && offset < end;
    if (offset >= end) shift += text.length - (end - start);
    else if (inside) return start + shift + (isEnd ? text.length : 0);
  }
  return offset + shift;
}

/**
 * What a change brought about: the findings that touch it and were not there before, and those that do not touch it and were not there.
 * Hints count for nothing.
 */
export function judged(before, after, { document, about, now }) {
  const known = new Set(before.map((finding) => keyOf(finding, document, now)));
  // One difference is found at one of its sides, and a change elsewhere may decide at which.
  const places = new Set(
    before.flatMap((finding) => [finding, ...finding.related].map((place) => spanOf(place, document, now))),
  );
  const spans = about.map(now);
  const touching = (finding) =>
    [finding, ...finding.related].some(
      (place) => place.document === document && spans.some((span) => place.start < span.end && span.start < place.end),
    );
  const fresh = after.filter((finding) => finding.severity !== 'hint' && !known.has(keyOf(finding)));
  return {
    caught: fresh.filter(touching),
    stray: fresh.filter((finding) => !touching(finding) && !places.has(spanOf(finding))),
  };
}

function keyOf(finding, document, now) {
  const related = finding.related.map((place) => spanOf(place, document, now)).sort();
  return [placeOf(finding, document, now), ...related].join(' ');
}

function placeOf(finding, document, now) {
  return `${finding.code} ${finding.severity === 'hint'} ${spanOf(finding, document, now)}`;
}

function spanOf(place, document, now) {
  const { start, end } = place.document === document ? now(place) : place;
  return `${place.document}:${start}-${end}`;
}
