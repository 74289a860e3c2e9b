import { expect, test } from "vitest";
import { parse } from "../../src/formula/index.ts";
import { equation } from "../../src/report/lines.ts";
import { ridgeBook } from "../../src/ridge/index.ts";

const set = (left: string, right: string): string => equation(ridgeBook, parse(left), "=", parse(right)).latex;

test("an equation that fits stands on one line", () => {
  expect(set("g_j", "a_j*(1 - xi*b_j)")).toBe(String.raw`g_{j} = a_{j} \left(1-\xi b_{j}\right)`);
});

const long = "(xi + lambda + noiseVariance + 1234567)*(xi + lambda + noiseVariance + 7654321)";

test("where both sides are long, the right one begins a line", () => {
  expect(set(long, `${long}*2`)).toMatch(/^\\begin\{aligned\} & [^&]* \\\\ & = [^&]* \\end\{aligned\}$/);
});

test("a long side is broken before its terms, and a difference that is taken away keeps its parentheses", () => {
  const lines = set("N", `${long} - (${long} + xi)`);
  expect(lines).toMatch(/^\\begin\{aligned\} N &= [^&]* \\\\ &\\quad - \\left\(.*\\right\) \\end\{aligned\}$/);
});

test("a short right side stays on the last line of the left one", () => {
  expect(set(`${long} + ${long}`, "0")).toMatch(/\\\\ & \\quad \+ [^&]* = 0 \\end\{aligned\}$/);
});
