import { h, newId } from "./dom.ts";

/** Tabs, of which one panel is shown: moved among with the arrow keys, as people with keyboards expect. */
export class Tabs<T extends string> {
  readonly element: HTMLElement;
  readonly #tabs: ReadonlyMap<T, HTMLButtonElement>;
  readonly #panels = new Map<T, HTMLElement>();

  constructor(titles: Readonly<Record<T, string>>, choose: (name: T) => void) {
    const entries = Object.entries(titles) as [T, string][];
    this.#tabs = new Map(
      entries.map(([name, title]) => [
        name,
        h(
          "button",
          { type: "button", role: "tab", id: newId(), "aria-controls": `panel-${name}`, onclick: () => choose(name) },
          title,
        ),
      ]),
    );
    const step = (event: KeyboardEvent): void => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined) return;
      const names = entries.map(([name]) => name);
      const at = names.findIndex((name) => this.#tabs.get(name) === document.activeElement);
      const next = names[(at + by + names.length) % names.length]!;
      this.#tabs.get(next)!.focus();
      choose(next);
    };
    this.element = h("div", { class: "tabs", role: "tablist", "aria-label": "Model", onkeydown: step }, [
      ...this.#tabs.values(),
    ]);
  }

  panel(name: T, ...content: readonly HTMLElement[]): HTMLElement {
    const panel = h(
      "div",
      { class: "panel", role: "tabpanel", id: `panel-${name}`, "aria-labelledby": this.#tabs.get(name)!.id },
      ...content,
    );
    this.#panels.set(name, panel);
    return panel;
  }

  show(shown: T): void {
    for (const [name, tab] of this.#tabs) {
      tab.setAttribute("aria-selected", String(name === shown));
      tab.tabIndex = name === shown ? 0 : -1;
      this.#panels.get(name)!.hidden = name !== shown;
    }
  }
}
