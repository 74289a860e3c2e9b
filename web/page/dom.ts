type Child = Node | string | null;
type Attribute = string | number | boolean | ((event: never) => void) | null;

/**
 * An element with attributes and children: `on…` functions listen, `true` sets an attribute without a value, `false` and null
 * leave it out. Text is only ever text.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/**
 * Replaces what an element contains, where that changes what it says: else a screen reader would read it again, and what a
 * person is about to press would go away.
 */
export function fill(element: Element, ...children: readonly (Node | string)[]): void {
  const next = document.createElement("div");
  next.append(...children);
  if (next.innerHTML !== element.innerHTML) element.replaceChildren(...next.childNodes);
}

let ids = 0;

/** An id that no other element has. */
export function newId(): string {
  return `e${++ids}`;
}
