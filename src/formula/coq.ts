import type { Expression } from "./expression.ts";

const PRECEDENCE = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const PREFIX = 1;
const POWER = 3;
const ATOM = 4;

/**
 * The Coq reading: a term over the real numbers R. A scalar is a variable, a per-mode symbol a function from modes (nat),
 * and `sum r`, `pairs r` are the sums over the first r modes and their pairs that proofs/coq/SumsOverModes.v defines.
 *
 * @throws RangeError for a derivative or substitution that was not carried out.
 */
export function coqTerm(expression: Expression): string {
  return write(expression).text;
}

function write(expression: Expression): { text: string; precedence: number } {
  const inside = (child: Expression, least: number): string => {
    const { text, precedence } = write(child);
    return precedence < least ? `(${text})` : text;
  };
  switch (expression.kind) {
    case "number":
      return { text: expression.value < 0n ? `(${expression.value})` : `${expression.value}`, precedence: ATOM };
    case "symbol": {
      const name = coqName(expression.name);
      return { text: expression.index === null ? name : `${name} ${expression.index}`, precedence: ATOM };
    }
    case "binary": {
      const precedence = PRECEDENCE[expression.operator];
      const left = inside(expression.left, precedence);
      const right = inside(expression.right, precedence + 1);
      return { text: `${left} ${expression.operator} ${right}`, precedence };
    }
    case "negate":
      return { text: `- ${inside(expression.argument, POWER)}`, precedence: PREFIX };
    case "power": {
      const base = inside(expression.base, ATOM);
      if (expression.exponent < 0) return { text: `/ ${base} ^ ${-expression.exponent}`, precedence: PREFIX };
      return { text: `${base} ^ ${expression.exponent}`, precedence: POWER };
    }
    case "sum":
      return { text: `sum r (fun j => ${write(expression.summand).text})`, precedence: ATOM };
    case "pairs":
      return { text: `pairs r (fun j k => ${write(expression.summand).text})`, precedence: ATOM };
    default:
      throw new RangeError(`${expression.kind} has no Coq term: expand it first`);
  }
}

// What the generated files use themselves: a symbol called so gets a prime. (Other names of Coq may be shadowed.)
const RESERVED = new Set(
  (
    "r j k E R nat sum pairs linear derivable_pt_lim as at cofix do else end exists exists2 fix for forall fun if IF " +
    "in let match mod Prop return Set SProp then Type using where with by"
  ).split(" "),
);

/** The name of a symbol in Coq: its own where it can be. */
export function coqName(name: string): string {
  return RESERVED.has(name) ? `${name}'` : name;
}
