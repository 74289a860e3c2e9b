import * as Plot from "@observablehq/plot";
import { h } from "./dom.ts";
import { typeset } from "./typeset.ts";

/** A drawing in a picture: what it is of in words, and how to draw it in so many pixels. */
export interface Drawing {
  readonly says: string;
  readonly options: (width: number) => Plot.PlotOptions;
}

/** An entry of a picture's legend: how it is drawn (see the style sheet), and what it is. */
export type LegendEntry = readonly [look: string, words: string];

/** Milliseconds after which nothing is moving any more. */
const CALM = 150;

/** A picture with its title, legend and caption, drawn anew whenever its width or what it shows changes. */
export class Figure {
  readonly element: HTMLElement;
  readonly #canvas: HTMLElement;
  #key = "";
  #make: (() => Drawing) | null = null;
  #drawing: Drawing | null = null;
  #inSight = false;
  #later: ReturnType<typeof setTimeout> | null = null;
  #svg: (SVGSVGElement & Plot.Plot) | null = null;
  #width = 0;

  constructor(name: string, title: string, legend: readonly LegendEntry[], caption: readonly (Node | string)[]) {
    this.#canvas = h("div", { class: "canvas", role: "img" });
    this.element = h(
      "figure",
      { "data-figure": name },
      h("h3", {}, typeset(title)),
      h("ul", { class: "legend" }, legend.map(keyOf)),
      this.#canvas,
      h("figcaption", {}, ...caption),
    );
    new ResizeObserver(([entry]) => {
      const width = Math.round(entry!.contentRect.width);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#redraw();
    }).observe(this.#canvas);
    new IntersectionObserver(([entry]) => {
      this.#inSight = entry!.isIntersecting;
      if (this.#inSight) this.#catchUp();
    }).observe(this.#canvas);
  }

  /** Puts something under the title. */
  under(element: HTMLElement): void {
    this.element.firstElementChild!.after(element);
  }

  /** Draws, unless what is to be drawn is what was drawn last. @param key equal for equal drawings. */
  draw(key: readonly unknown[], make: () => Drawing): void {
    const next = JSON.stringify(key);
    if (next === this.#key) return;
    this.#key = next;
    this.#make = make;
    if (this.#later !== null) clearTimeout(this.#later);
    // What is out of sight can wait until a slider has come to rest.
    if (this.#inSight) this.#catchUp();
    else this.#later = setTimeout(() => this.#catchUp(), CALM);
  }

  #catchUp(): void {
    if (this.#make === null) return;
    this.#drawing = this.#make();
    this.#make = null;
    this.#canvas.setAttribute("aria-label", this.#drawing.says);
    this.#redraw();
  }

  /** Calls back with the place in the picture that a person points at, while a button or finger is down. */
  onPoint(call: (x: number, y: number) => void): void {
    this.#canvas.classList.add("pointable");
    const point = (event: PointerEvent): void => {
      const svg = this.#svg;
      if (svg === null) return;
      const { left, top } = svg.getBoundingClientRect();
      const [x, y] = [svg.scale("x")?.invert?.(event.clientX - left), svg.scale("y")?.invert?.(event.clientY - top)];
      if (typeof x === "number" && typeof y === "number") call(x, y);
    };
    this.#canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      this.#canvas.setPointerCapture(event.pointerId);
      point(event);
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      if (this.#canvas.hasPointerCapture(event.pointerId)) point(event);
    });
  }

  #redraw(): void {
    if (this.#drawing === null || this.#width === 0) return;
    const options = this.#drawing.options(this.#width);
    this.#svg = Plot.plot({
      width: this.#width,
      marginLeft: 48,
      marginRight: 14,
      marginTop: 22,
      marginBottom: 38,
      style: { fontSize: "12px", background: "none", color: "var(--axis)" },
      ...options,
    }) as SVGSVGElement & Plot.Plot;
    // What it shows is said by the label around it; its parts would be read as a heap of numbers.
    this.#svg.setAttribute("aria-hidden", "true");
    this.#canvas.replaceChildren(this.#svg);
  }
}

function keyOf([look, words]: LegendEntry): HTMLElement {
  return h("li", {}, h("span", { class: `key ${look}`, "aria-hidden": "true" }), h("span", {}, typeset(words)));
}
