import { h } from "../page/dom.ts";
import type { Shell } from "../page/view.ts";

/** Which two modes' shrinkages are drawn. */
export class ModeChoice {
  readonly element: HTMLElement;
  readonly #selects: readonly [HTMLSelectElement, HTMLSelectElement];
  #count = 0;

  constructor({ change }: Shell) {
    const select = (words: string): HTMLSelectElement =>
      h("select", {
        "aria-label": words,
        onchange: () => {
          const [j, k] = this.#selects.map(({ value }) => Number(value)) as [number, number];
          change(j === k ? {} : { modes: [j, k] });
        },
      });
    this.#selects = [select("mode across"), select("mode upwards")];
    this.element = h("p", { class: "modes" }, "modes ", this.#selects[0], " and ", this.#selects[1]);
  }

  /** Shows and returns the pair that is drawn, counted from 1: the first and the last where none is chosen. */
  show(chosen: readonly [number, number] | null, count: number): readonly [number, number] {
    if (count !== this.#count) {
      this.#count = count;
      for (const select of this.#selects) {
        select.replaceChildren(...Array.from({ length: count }, (_, i) => h("option", {}, String(i + 1))));
      }
    }
    const pair = chosen !== null && Math.max(...chosen) <= count ? chosen : ([1, count] as const);
    this.#selects.forEach((select, i) => (select.value = String(pair[i]!)));
    this.element.hidden = count < 3;
    return pair;
  }
}
