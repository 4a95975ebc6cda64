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

/** Words of a source, in whatever direction they are written. */
export function words(text: string, tag: 'span' | 'strong' = 'span'): HTMLElement {
  return element(tag, { class: 'words', dir: 'auto' }, text);
}
