import { h } from "./dom.ts";

/*
 * Lower indices (x_j, x_{j<k}, ξ_max), Greek letters in italics, as are Latin ones with an index or a star and what stands
 * between dollars. All else is as it is written: squares and stars are characters of their own.
 */
const PARTS =
  /_\{(?<braced>[^}]*)\}|_(?<word>max|lo|hi|[\p{L}\p{N}⊥×½])|\$(?<marked>[^$]+)\$|(?<letter>[α-ωΑ-ΡΤ-Ω]|(?<!\p{L})[a-zA-Z](?=[_*°²′(](?!\p{L}{2})|⁽))/gu;

/** Text of the theory, lightly typeset. */
export function typeset(text: string): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const { braced, word, marked, letter } = match.groups as Record<string, string | undefined>;
    if (match.index > end) nodes.push(document.createTextNode(text.slice(end, match.index)));
    const lower = braced ?? word;
    nodes.push(lower === undefined ? h("i", { class: "v" }, marked ?? letter!) : h("sub", {}, lower));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}
