/** Gives one and the same string for equal ones. */
export type Intern = (text: string) => string;

const MOST = 200_000;
/** Longer texts are seldom equal, and each would be kept for good. */
const LONGEST = 80;

/**
 * Names and words stand in many documents, and each that comes out of a worker or a cache brings its own copy. What is given back is no
 * slice of a longer text, which the engine would keep for its sake. Forgets all when it is full: later strings are then shared among
 * themselves.
 */
export function interner(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (text.length > LONGEST) return detached(text);
    if (known.size >= MOST) known.clear();
    const own = detached(text);
    known.set(own, own);
    return own;
  };
}

/** V8 makes a slice of this length or more a view of the whole. */
const SHORTEST_VIEW = 13;

function detached(text: string): string {
  return text.length < SHORTEST_VIEW ? text : (JSON.parse(JSON.stringify(text)) as string);
}
