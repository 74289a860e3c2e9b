import type { Book } from "./book.ts";
import { children, containsSum, type Expression, symbolsOf } from "./expression.ts";
import { format } from "./format.ts";

/** Values by name: a number for a scalar, one entry per mode for a per-mode symbol. */
export type Values = Readonly<Record<string, number | Float64Array>>;

/** Formulas as a fast numeric function: values of the symbols in, values of the formulas out. */
export type Compiled<Name extends string, PerMode extends string = never> = (inputs: Values) => {
  readonly [N in Name]: N extends PerMode ? Float64Array : number;
};

/**
 * Compiles formulas of a book to one JavaScript function with a single loop over the modes: each common subexpression is
 * computed once, and what does not depend on the mode is computed outside the loop.
 *
 * @param names formulas of the book; those with a value per mode are listed in `perModeNames`.
 * @returns a function that reads its inputs by symbol name, and throws RangeError where per-mode inputs differ in length.
 * @throws RangeError where a term depends on the value of a sum, which one loop cannot compute.
 */
export function compile<Name extends string, PerMode extends string = never>(
  book: Book,
  names: readonly Name[],
  perModeNames: readonly PerMode[] = [],
): Compiled<Name | PerMode, PerMode> {
  const all = [...names, ...perModeNames];
  const outputs = all.map((name) => {
    const { perMode } = book.formula(name);
    return { name, perMode, expression: book.expand({ kind: "symbol", name, index: perMode ? "j" : null }) };
  });
  const mistaken = outputs.find(({ name, perMode }) => perMode !== (perModeNames as readonly string[]).includes(name));
  if (mistaken) throw new RangeError(`${mistaken.name} has ${mistaken.perMode ? "a value per mode" : "one value"}`);
  const counter = Object.keys(book.symbols).find((name) => book.symbols[name]!.perMode);
  const source = new Program(outputs, counter).source();
  // oxlint-disable-next-line typescript/no-implied-eval -- the source is generated from parsed formulas alone
  const read = new Function("integerPower", "inputs", source) as (
    power: typeof integerPower,
    inputs: Values,
  ) => unknown;
  return read.bind(null, integerPower) as Compiled<Name | PerMode, PerMode>;
}

/** By squaring: the engine's own powers have other last digits in other versions of Node. At most 2 log₂ n + 1 roundings each. */
function integerPower(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

interface Output {
  readonly name: string;
  readonly perMode: boolean;
  readonly expression: Expression;
}

// Where a value is computed: before the loop, in the loop over j, in the inner loop over k > j, or after the loops.
type Place = "before" | "j" | "pair" | "after";

class Program {
  readonly #outputs: readonly Output[];
  // A per-mode symbol that tells how many modes there are where a sum has none of its own, such as Σ_j 1.
  readonly #counter: string | undefined;
  readonly #lines: Record<Place, string[]> = { before: [], j: [], pair: [], after: [] };
  readonly #computed = new Map<string, { name: string; place: Place }>();
  #temporaries = 0;

  constructor(outputs: readonly Output[], counter: string | undefined) {
    this.#outputs = outputs;
    this.#counter = counter;
  }

  source(): string {
    const inputs = new Map<string, boolean>();
    for (const { expression } of this.#outputs) {
      for (const { name, index } of symbolsOf(expression).values()) inputs.set(name, index !== null);
    }
    const countless =
      ![...inputs.values()].includes(true) && this.#outputs.some((output) => containsSum(output.expression));
    if (countless && this.#counter !== undefined) inputs.set(this.#counter, true);
    const modes = [...inputs].filter(([, perMode]) => perMode).map(([name]) => name);
    const results = this.#outputs.map((output) => this.#result(output));
    const length = modes.length > 0 ? `in_${modes[0]}.length` : "0";
    const pairLoop = `for (let k = j + 1; k < r; k++) {\n${this.#lines.pair.join("\n")}\n}`;
    return [
      '"use strict";',
      ...[...inputs.keys()].map((name) => `const in_${name} = inputs[${JSON.stringify(name)}];`),
      `const r = ${length};`,
      ...modes
        .slice(1)
        .map((name) => `if (in_${name}.length !== r) throw new RangeError(${lengthMessage(name, modes[0]!)});`),
      ...this.#lines.before,
      "for (let j = 0; j < r; j++) {",
      ...this.#lines.j,
      this.#lines.pair.length > 0 ? pairLoop : "",
      "}",
      ...this.#lines.after,
      `return { ${results.join(", ")} };`,
    ].join("\n");
  }

  #result({ name, perMode, expression }: Output): string {
    if (!perMode) return `${name}: ${this.#value(expression).name}`;
    const { name: value } = this.#value(expression);
    this.#lines.before.push(`const out_${name} = new Float64Array(r);`);
    this.#lines.j.push(`out_${name}[j] = ${value};`);
    return `${name}: out_${name}`;
  }

  #value(expression: Expression): { name: string; place: Place } {
    const key = format(expression);
    const known = this.#computed.get(key);
    if (known !== undefined) return known;
    const value = this.#compute(expression, `v${this.#temporaries++}`);
    this.#computed.set(key, value);
    return value;
  }

  #compute(expression: Expression, name: string): { name: string; place: Place } {
    switch (expression.kind) {
      case "number":
        return { name: literal(expression.value), place: "before" };
      case "symbol":
        if (expression.index === null) return { name: `in_${expression.name}`, place: "before" };
        return { name: `in_${expression.name}[${expression.index}]`, place: expression.index === "j" ? "j" : "pair" };
      case "sum":
      case "pairs": {
        const { name: term } = this.#value(expression.summand);
        this.#lines.before.push(`let ${name} = 0;`);
        this.#lines[expression.kind === "sum" ? "j" : "pair"].push(`${name} += ${term};`);
        return { name, place: "after" };
      }
      default: {
        const operands = children(expression).map((child) => this.#value(child));
        const place = latest(operands.map((operand) => operand.place));
        this.#lines[place].push(
          `const ${name} = ${code(
            expression,
            operands.map((operand) => operand.name),
          )};`,
        );
        return { name, place };
      }
    }
  }
}

function latest(places: readonly Place[]): Place {
  if (places.includes("after")) {
    if (places.some((place) => place === "j" || place === "pair")) {
      throw new RangeError("a value per mode depends on a sum: compile the sum on its own first");
    }
    return "after";
  }
  return places.includes("pair") ? "pair" : places.includes("j") ? "j" : "before";
}

function code(expression: Expression, [left, right]: readonly string[]): string {
  switch (expression.kind) {
    case "binary":
      return `${left} ${expression.operator} ${right}`;
    case "negate":
      return `-${left}`;
    case "power":
      if (expression.exponent === 0) return "1";
      if (expression.exponent < 0) return `1 / (${code({ ...expression, exponent: -expression.exponent }, [left!])})`;
      return expression.exponent <= 4
        ? Array(expression.exponent).fill(left).join(" * ")
        : `integerPower(${left}, ${expression.exponent})`;
    default:
      throw new RangeError(`${expression.kind} has no numeric code: expand it first`);
  }
}

// The nearest floating-point number.
function literal(integer: bigint): string {
  const value = Number(integer);
  if (!Number.isFinite(value))
    throw new RangeError(`${shortened(integer)} is beyond the range of floating-point numbers`);
  return value < 0 ? `(${value})` : String(value);
}

function shortened(integer: bigint): string {
  const digits = String(integer);
  return `${digits.slice(0, 20)}… (${digits.replace("-", "").length} digits)`;
}

function lengthMessage(name: string, first: string): string {
  return JSON.stringify(`${name} and ${first} must have one entry per mode each`);
}
