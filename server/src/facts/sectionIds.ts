/** Between the id of a document and the name of its section: no path and no URI has it. */
const BETWEEN = '\u0001';

/** What a section of a long document is called where sections are documents. */
export function sectionId(document: string, name: string): string {
  return document + BETWEEN + name;
}

export function isSection(id: string): boolean {
  return id.includes(BETWEEN);
}

/** The document that a section is of; any other document itself. */
export function wholeOf(id: string): string {
  const at = id.indexOf(BETWEEN);
  return at < 0 ? id : id.slice(0, at);
}

/** One document, or two sections of one: what they state is never held against each other, and they are one witness. */
export function areOfOneText(a: string, b: string): boolean {
  return a === b || (isSection(a) && wholeOf(a) === wholeOf(b));
}
