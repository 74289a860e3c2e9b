import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { claims } from "../../../proofs/index.ts";
import { drawing, type Figure, figures, NARROW, standalone, WIDE } from "../../../src/report/figures/index.ts";
import { palette } from "../../../src/report/palette.ts";

const made = figures.map(({ make }) => make());
const named = made.map((figure) => [figure.id, figure] as const);

const figure = (id: string): Figure => made.find((each) => each.id === id)!;

test("every picture belongs to claims that there are, and has a name of its own", () => {
  const ids = new Set(claims.map(({ id }) => id));
  expect(figures.flatMap((each) => each.claims).filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
});

test.each(named)("%s is drawn for both widths, in colours of the palette alone, with no number missing", (_, each) => {
  for (const layout of [WIDE, NARROW]) {
    const svg = drawing(each, layout);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg).not.toMatch(/#[0-9a-f]{3,6}\b|<style/);
    const colours = [...svg.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!);
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.filter((name) => !(name in palette.light) && !name.startsWith("plot-"))).toEqual([]);
    expect(svg).toBe(drawing(each, layout));
    // An image as a whole: no names of marks within it are read out.
    expect(svg).not.toContain("aria-label");
  }
});

test.each(named)("%s says what it shows, with numbers, and names each mark in its legend", (_, each) => {
  expect(each.caption).toMatch(/\d/);
  expect(each.caption).toMatch(/\.$/);
  expect(each.caption.length).toBeGreaterThan(120);
  expect(each.legend.length).toBeGreaterThan(1);
  const { document } = parseHTML(standalone(each));
  expect(document.querySelector("svg > desc")!.textContent).toBe(each.caption);
});

describe("what the captions say", () => {
  test("the best ξ passes 1 where the noise crosses its threshold", () => {
    const [below, at, above] = [...figure("error-against-xi").caption.matchAll(/at ([\d.]+) for/g)].map(([, xi]) =>
      Number(xi),
    );
    expect(at).toBe(1);
    expect(below).toBeLessThan(1);
    expect(above).toBeGreaterThan(1);
  });

  test("ξ* lies between ξ_B and ξ_V", () => {
    const text = figure("bias-and-variance").caption.replaceAll("−", "-");
    const [low, high, best] = [/ξ_B = ([-\d.]+)/, /ξ_V = ([\d.]+)/, /ξ\* = ([\d.]+)/].map((part) =>
      Number(part.exec(text)![1]),
    );
    expect([low! < -1, best! > low!, best! < high!, high! > 1]).toEqual([true, true, true, true]);
  });

  test("p_T < p_S, with the values of docs/logistic.md", () => {
    expect(figure("accuracy-against-flips").caption).toContain("below p_T = 0.1189");
    expect(figure("accuracy-against-flips").caption).toContain("up to p_S = 0.3815");
  });

  test("nearly all of the plane of flip rates and ξ is proved to be in one region or another", () => {
    const open = Number(/between them, ([\d.]+) %/.exec(figure("regions-of-imitation").caption)![1]);
    expect(open).toBeLessThan(2);
  });
});
