import { expect, test } from "vitest";
import { fixed, listed, prose, sentence, svgProse } from "../../src/report/prose.ts";

test.each([
  ["θ_j² of s_jθ_j", "θ<sub>j</sub>² of s<sub>j</sub>θ<sub>j</sub>"],
  ["ξ_max, ξ_lo(p) and ξ_hi", "ξ<sub>max</sub>, ξ<sub>lo</sub>(p) and ξ<sub>hi</sub>"],
  ["γ²_c, θ_⊥², e_λξ²/e_λλ", "γ²<sub>c</sub>, θ<sub>⊥</sub>², e<sub>λξ</sub>²/e<sub>λλ</sub>"],
  ["Σ_{j<k} s_k", "Σ<sub>j&lt;k</sub> s<sub>k</sub>"],
  ["λz_b^T", "λz<sub>b</sub><sup>T</sup>"],
  ["p < ½ & so on", "p &lt; ½ &amp; so on"],
  // Names of programs are no letters with subscripts.
  ["theta_j and noise_variance", "theta_j and noise_variance"],
])("%s is set as %s", (text, set) => {
  expect(prose(text).text).toBe(set);
});

test("in a picture a subscript is shifted down and what follows back up", () => {
  expect(svgProse("p_T < 1").text).toBe(
    'p<tspan dy="0.28em" font-size="75%">T</tspan><tspan dy="-0.21em">\u200B</tspan> &lt; 1',
  );
});

test.each([
  ["holds on 5 problems", "Holds on 5 problems."],
  ["a mode's term", "A mode&#39;s term."],
  ["z_b falls", "z<sub>b</sub> falls."],
  ["t is lost", "t is lost."],
  ["where θ₁² > θ₂²,", "Where θ₁² &gt; θ₂²,"],
  ["Is it?", "Is it?"],
])("%s becomes the sentence %s", (text, set) => {
  expect(sentence(text).text).toBe(set);
});

test("lists and numbers read as in print", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([fixed(-1.005, 1), fixed(2, 2)]).toEqual(["−1.0", "2.00"]);
});
