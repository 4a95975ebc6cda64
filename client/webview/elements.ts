type Child = Node | string | false | undefined;

/**
 * An element with attributes and children. Strings become text nodes: there is no other way for words of a source into the page.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

/** An element of the page that stands in its HTML. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** The focus is in an element, and the page has it: a page in the back must not take it from the editor. */
export function hasFocus(host: HTMLElement): boolean {
  return document.hasFocus() && host.contains(document.activeElement);
}

/**
 * Fills an element anew. Where one of its buttons had the focus, the one that takes its place has it: else whoever works with the
 * keyboard is thrown back to the top of the page at each change of the sources.
 */
export function refill(host: HTMLElement, ...children: readonly Node[]): void {
  const buttons = (): HTMLElement[] => [...host.querySelectorAll('button')];
  const at = hasFocus(host) ? buttons().findIndex((button) => button === document.activeElement) : -1;
  host.replaceChildren(...children);
  if (at < 0) return;
  const now = buttons();
  (now[Math.min(at, now.length - 1)] ?? host).focus({ preventScroll: true });
}

/** Words of a source, in whatever direction they are written. */
export function words(text: string, tag: 'span' | 'strong' = 'span'): HTMLElement {
  return element(tag, { class: 'words', dir: 'auto' }, text);
}

/** Words in turn in common and differing. */
export function markedWords(pieces: readonly string[]): HTMLElement {
  const parts = pieces.map((piece, i) => (i % 2 === 1 ? element('mark', {}, piece) : piece));
  return element('span', { class: 'words marked', dir: 'auto' }, ...parts);
}
