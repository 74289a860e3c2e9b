import { InvalidInput } from "../../src/data/portable.ts";

/** One part of a state as text, in a link or in an input: what `format` writes, `parse` reads back. */
export interface Field<T> {
  /** @throws InvalidInput in one sentence that says what was given and what was expected. */
  readonly parse: (text: string) => T;
  readonly format: (value: T) => string;
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const FRACTION = /^\d+\/\d+$/;
const SHOWN = 40;
/** Longer entries are no numbers that a person means; and fractions of thousands of digits would take long. */
const LONGEST_ENTRY = 40;

/** A number in [least, most], both included. */
export function number(name: string, least: number, most: number): Field<number> {
  return {
    parse(text) {
      const value = asNumber(text);
      if (value >= least && value <= most) return value;
      throw refused(name, text, `a number from ${bound(least)} to ${bound(most)}`);
    },
    format: String,
  };
}

/** A number strictly between two others, or equal to the lower one where that is `included`. */
export function between(name: string, lower: number, upper: number, included = false): Field<number> {
  return {
    parse(text) {
      const value = asNumber(text);
      if ((value > lower || (included && value === lower)) && value < upper) return value;
      const range = included ? `from ${lower} to below ${upper}` : `strictly between ${lower} and ${upper}`;
      throw refused(name, text, `a number ${range}`);
    },
    format: String,
  };
}

/** An integer in [least, most], both included. */
export function integer(name: string, least: number, most: number): Field<number> {
  return {
    parse(text) {
      const value = asNumber(text);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      throw refused(name, text, `an integer from ${bound(least)} to ${bound(most)}`);
    },
    format: String,
  };
}

export function oneOf<T extends string>(name: string, values: readonly T[]): Field<T> {
  return {
    parse(text) {
      const found = values.find((value) => value === text.trim());
      if (found !== undefined) return found;
      throw refused(name, text, `one of ${values.join(", ")}`);
    },
    format: (value) => value,
  };
}

/** Numbers and fractions such as 7/13, separated by commas or spaces; kept as they are written. */
export function rationals(name: string, most: number): Field<readonly string[]> {
  return {
    parse(text) {
      const entries = text.split(/[\s,;]+/).filter((entry) => entry !== "");
      if (entries.length === 0) throw refused(name, text, "numbers separated by commas");
      if (entries.length > most)
        throw new InvalidInput(`${name} has ${entries.length} numbers; at most ${most} are taken`);
      const wrong = entries.find(
        (entry) => entry.length > LONGEST_ENTRY || !(NUMBER.test(entry) || FRACTION.test(entry)),
      );
      if (wrong !== undefined) throw refused(`an entry of ${name}`, wrong, "a number, or a fraction such as 7/13");
      return entries;
    },
    format: (entries) => entries.join(","),
  };
}

/** Two different modes, counted from 1. */
export const modePair: Field<readonly [number, number]> = {
  parse(text) {
    const [, one, other] = /^\s*(\d{1,3})\s*,\s*(\d{1,3})\s*$/.exec(text) ?? [];
    if (one === undefined || Number(one) < 1 || Number(other) < 1 || one === other) {
      throw refused("modes", text, "two different modes such as 1,2");
    }
    return [Number(one), Number(other)];
  },
  format: (pair) => pair.join(","),
};

/** The same, or null, which is never written. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return { parse: field.parse, format: (value) => (value === null ? "" : field.format(value)) };
}

function bound(value: number): string {
  return Math.abs(value) < 1e6 ? String(value) : value.toExponential().replace("+", "");
}

function asNumber(text: string): number {
  const plain = text.trim().replace("−", "-");
  return NUMBER.test(plain) ? Number(plain) : NaN;
}

function refused(name: string, text: string, expected: string): InvalidInput {
  const given = text.trim().length > SHOWN ? `${text.trim().slice(0, SHOWN)}…` : text.trim();
  return new InvalidInput(
    given === "" ? `${name} is empty; expected ${expected}` : `${name} is “${given}”; expected ${expected}`,
  );
}
