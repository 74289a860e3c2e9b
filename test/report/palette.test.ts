import { expect, test } from "vitest";
import { palette, type Theme } from "../../src/report/palette.ts";

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const themes = Object.keys(palette) as Theme[];
const inks = ["ink", "muted", "link", "blue", "green", "orange", "purple", "yellow"] as const;
const areas = ["area-green", "area-blue", "area-grey", "area-orange"] as const;

test("the formula knows black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 12);
});

test.each(themes)("every ink of the %s theme has a contrast of at least 4.5 to 1 with the paper it is on", (theme) => {
  for (const paper of ["paper", "raised"] as const) {
    for (const ink of inks) {
      expect(contrast(palette[theme][ink], palette[theme][paper]), `${ink} on ${paper}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each(themes)("words in ink can be read on every area of the %s theme", (theme) => {
  for (const area of areas) {
    expect(contrast(palette[theme].ink, palette[theme][area]), area).toBeGreaterThanOrEqual(4.5);
  }
});
