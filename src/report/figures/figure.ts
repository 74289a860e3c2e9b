import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { escape, type Markup, markup, render } from "../markup.ts";
import { colours } from "../palette.ts";
import { svgProse } from "../prose.ts";

/** A picture and what it shows. It is drawn twice in a page: for a wide column and for a phone. */
export interface Figure {
  /** In lower case with hyphens: the name of its file, and its anchor in the report. */
  readonly id: string;
  readonly title: string;
  /** What it shows, with the numbers, for who sees it and for who does not. */
  readonly caption: string;
  readonly legend: readonly LegendEntry[];
  readonly draw: (layout: Layout) => Plot.PlotOptions;
}

/** A picture to be made when it is asked for: that may take a while. */
export interface FigureSource {
  /** The claims that it illustrates; it stands with the first of them that is reported. */
  readonly claims: readonly string[];
  readonly make: () => Figure;
}

/** What a mark of the picture means: a line or points in a colour, or an area. */
export interface LegendEntry {
  readonly mark: "line" | "dashes" | "dots" | "points" | "discs" | "squares" | "star" | "cross" | "area" | "bold";
  /** The name of a colour of the palette. */
  readonly colour: string;
  readonly text: string;
}

export interface Layout {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

export const WIDE: Layout = { name: "wide", width: 680, height: 400, fontSize: 14 };
export const NARROW: Layout = { name: "narrow", width: 340, height: 330, fontSize: 12 };

/** A colour of the palette, as the page's theme has it. */
export function colour(name: string): string {
  return `var(--${name})`;
}

/** Standard errors on either side of an estimate. */
export const NINETY_NINE_PERCENT = 2.5758;

/** from, from + step, …, to. */
export function grid(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** 2ˣ, exactly for integers. (2 ** x has other last digits in other versions of Node.) */
export function twoTo(x: number): number {
  const whole = Math.floor(x);
  return 2 ** Math.floor(x) * Math.exp((x - whole) * Math.LN2);
}

/** The picture as an SVG element for a page whose style sheet has the palette. */
export function drawing(figure: Figure, layout: Layout): string {
  const { document } = parseHTML("<html><body></body></html>");
  const { marginLeft = 48, marginBottom = 42, marginTop = 28, marginRight = 22, style, ...rest } = figure.draw(layout);
  const plot = Plot.plot({
    width: layout.width,
    height: layout.height,
    marginLeft,
    marginBottom,
    marginTop,
    marginRight,
    className: "plot",
    ...rest,
    style: { fontSize: `${layout.fontSize}px`, ...(style as object) },
    document,
  });
  // A style sheet of the plot's own, numbers that count up from plot to plot and names of marks have no place in a page.
  plot.querySelector("style")?.remove();
  for (const part of plot.querySelectorAll("[aria-label],[aria-description]")) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
  const svg = plot.outerHTML.replaceAll(/plot-clip-\d+/g, `${figure.id}-${layout.name}-clip`);
  return rounded(withSubscripts(svg));
}

// Words between tags, with their subscripts set low; they are escaped already.
function withSubscripts(svg: string): string {
  return svg.replaceAll(/(?<=>)[^<>]*_[^<>]*(?=<)/g, (words) =>
    svgProse(words).text.replaceAll(/&amp;(?=#?\w+;)/g, "&"),
  );
}

// A hundredth of a pixel is as much as can be seen.
function rounded(svg: string): string {
  return svg.replaceAll(/(?<=[\s",(A-Za-z-])(\d+\.\d{3,})(?=[\s",)A-Za-z-])/g, (number) =>
    String(Number(Number(number).toFixed(2))),
  );
}

/** The picture as a file of its own, on light paper, with its legend above it. */
export function standalone(figure: Figure): string {
  const row = 24;
  const top = 14 + row * figure.legend.length;
  const legend = figure.legend.map(
    (entry, i) =>
      markup`<g transform="translate(14,${10 + row * i})">${swatch(entry)}<text x="40" y="13" fill="var(--ink)">${svgProse(entry.text)}</text></g>`,
  );
  const style = `svg{${colours("light")};font:${WIDE.fontSize}px system-ui,sans-serif}text{white-space:pre}`;
  const inner = drawing(figure, WIDE).replace("<svg ", `<svg y="${top}" color="var(--ink)" `);
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(` ${name}="(\\d+)"`).exec(inner)![1]),
  ) as [number, number];
  const size = `viewBox="0 0 ${width} ${height + top}" width="${width}" height="${height + top}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escape(figure.title)}</title><desc>${escape(figure.caption)}</desc>`,
    `<style>${style}</style><rect width="100%" height="100%" fill="var(--paper)"/>`,
    `${render(legend)}${inner}</svg>\n`,
  ].join("");
}

const DASHES: Readonly<Record<string, string>> = { line: "none", dashes: "7 4", dots: "2 4" };

/** A sample of a mark, 30 × 18. */
export function swatch({ mark, colour: name }: LegendEntry): Markup {
  const ink = colour(name);
  switch (mark) {
    case "line":
    case "dashes":
    case "dots":
      return markup`<path d="M1,9h28" fill="none" stroke="${ink}" stroke-width="2.5" stroke-dasharray="${DASHES[mark]!}"/>`;
    case "points":
      return markup`<path d="M15,2v14" stroke="${ink}" stroke-width="2"/><circle cx="15" cy="9" r="3.2" fill="var(--paper)" stroke="${ink}" stroke-width="1.6"/>`;
    case "discs":
      return markup`<circle cx="15" cy="9" r="4" fill="${ink}"/>`;
    case "squares":
      return markup`<rect x="11" y="5" width="8" height="8" fill="${ink}"/>`;
    case "star":
      return markup`<path d="${STAR}" transform="translate(15,9)" fill="${ink}"/>`;
    case "cross":
      return markup`<path d="M10,4l10,10m0,-10l-10,10" stroke="${ink}" stroke-width="2"/>`;
    case "bold":
      return markup`<text x="15" y="13" text-anchor="middle" font-size="13" font-weight="bold" fill="${ink}">±5</text>`;
    case "area":
      return markup`<rect x="3" y="2" width="24" height="14" fill="${ink}" stroke="var(--muted)" stroke-width="0.75"/>`;
  }
}

const STAR = "M0,-8L1.8,-2.5L7.6,-2.5L2.9,0.9L4.7,6.5L0,3.1L-4.7,6.5L-2.9,0.9L-7.6,-2.5L-1.8,-2.5Z";
