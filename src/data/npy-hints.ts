import { InvalidInput } from "./invalid-input.ts";
import type { NpyHeader } from "./npy-header.ts";
import { quoted } from "./quoted.ts";

/** What an array is read for: its file may need another remedy. */
export type NpyUse = "features" | "labels";

/** An array in a file: what a message calls it, and how NumPy loads it. */
export interface NpyPlace {
  readonly where: string;
  /** Of an .npy file, or of an archive with the array's name in it. */
  readonly file: string;
  readonly member: string | null;
  readonly use: NpyUse;
}

/**
 * A line of Python that saves what is made of the array, in a shape that is read.
 *
 * @param expression what is made of it, of the same shape.
 */
export function savedAgain(
  place: NpyPlace,
  shape: readonly number[],
  expression: (array: string) => string = (array) => array,
): string {
  return saved(expression(loaded(place, false)) + reshaped(place.use, shape));
}

function saved(expression: string): string {
  return `np.save("fixed.npy", ${expression})`;
}

function loaded({ file, member }: NpyPlace, needsPickle: boolean): string {
  const load = `np.load(${JSON.stringify(file)}${needsPickle ? ", allow_pickle=True" : ""})`;
  return member === null ? load : `${load}[${JSON.stringify(member)}]`;
}

function reshaped(use: NpyUse, shape: readonly number[]): string {
  const { length } = shape;
  if (use === "features") {
    if (length === 2) return "";
    return length < 2 ? `.reshape(${length === 0 ? 1 : -1}, 1)` : `.reshape(${shape[0]}, -1)`;
  }
  if (length === 1 || (length === 2 && shape[1] === 1)) return "";
  return length === 2 && shape[0] !== 1 ? ".argmax(axis=1)" : ".ravel()";
}

/** Refuses an array whose numbers are of a type that is not read, and says what makes one that is. */
export function refusedType(place: NpyPlace, { description, shape }: NpyHeader): InvalidInput {
  const { where, use } = place;
  const code = description.replace(/^[<>=|]/, "");
  const again = (how: (array: string) => string): string => savedAgain(place, shape, how);
  if (description.startsWith("[")) {
    return new InvalidInput(`${where} is a structured array; ${ofFields(place, shape, description)}`);
  }
  if (code === "O") return new InvalidInput(ofObjects(place, shape));
  if (code === "V2") {
    const bits = again((x) => `(${x}.view(np.uint16).astype(np.uint32) << 16).view(np.float32)`);
    return new InvalidInput(
      `${where} holds two bytes for each value and no type; if they are bfloat16 numbers: ${bits}`,
    );
  }
  if (/^f(?:12|16)$|^float128$|^longdouble$/.test(code)) {
    return new InvalidInput(
      `${where} holds extended precision numbers; rounded they are read: ${again((x) => `${x}.astype(np.float64)`)}`,
    );
  }
  if (/^c\d+$/.test(code)) {
    return new InvalidInput(`${where} holds complex numbers; their real parts alone are: ${again((x) => `${x}.real`)}`);
  }
  if (/^[mM]8/.test(code)) {
    const numbers = use === "labels" ? renumbered(place) : again((x) => `${x}.astype(np.float64)`);
    return new InvalidInput(`${where} holds dates or times; as numbers they are: ${numbers}`);
  }
  const expected = "expected floating-point numbers, integers or booleans";
  return new InvalidInput(`${where} holds values of type ${quoted(description)}; ${expected}`);
}

/** Refuses text in place of numbers. `odd` is one that is no number, where there is one. */
export function refusedText(place: NpyPlace, shape: readonly number[], odd: string | undefined): InvalidInput {
  if (odd !== undefined) return new InvalidInput(`${place.where} holds text, such as ${quoted(odd)}; expected numbers`);
  const again = savedAgain(place, shape, (x) => `${x}.astype(np.float64)`);
  return new InvalidInput(`${place.where} holds numbers as text; they are read as numbers: ${again}`);
}

/** A line of Python that saves classes numbered 0, 1, 2, … in the order of what they were. */
export function renumbered(place: NpyPlace): string {
  return saved(`np.unique(${loaded(place, false)}.ravel(), return_inverse=True)[1]`);
}

const NUMERIC = /^[<>=|]?[biuf]\d+$/;

function ofFields(place: NpyPlace, shape: readonly number[], description: string): string {
  const fields = [...description.matchAll(/\(\s*u?(['"])(.*?)\1\s*,\s*u?(['"])(.*?)\3\s*\)/g)];
  const numeric = fields.filter(([, , , , type]) => NUMERIC.test(type!)).map(([, , name]) => JSON.stringify(name));
  const [first] = numeric;
  if (first === undefined) return "save its fields as arrays of their own";
  if (place.use === "labels") {
    const again = savedAgain(place, shape, (x) => `${x}[${first}]`);
    return `one of its fields, say ${first}, is saved by ${again}`;
  }
  const again = saved(`np.column_stack([${loaded(place, false)}[name] for name in (${numeric.join(", ")},)])`);
  return `its columns of numbers are saved by ${again}`;
}

// Reading them would run code from the file.
function ofObjects(place: NpyPlace, shape: readonly number[]): string {
  const { where, file } = place;
  const trusted = "if you trust the file, which may run code";
  const load = loaded(place, true);
  if (shape.length === 0) {
    const archive = JSON.stringify(file.replace(/\.np[yz]$/i, "-fixed.npz"));
    const how = `d = ${load}.item(); np.savez(${archive}, **d)`;
    return `${where} holds a single Python object, no array; a dictionary of arrays is saved, ${trusted}, by ${how}`;
  }
  const again = saved(`np.array(${load}.tolist())`);
  return `${where} holds Python objects; numbers or names among them are saved, ${trusted}, by ${again}`;
}

/** Refuses an array of other than one or two dimensions. */
export function refusedShape(place: NpyPlace, shape: readonly number[]): InvalidInput {
  const { where, use } = place;
  const again = savedAgain(place, shape);
  if (shape.length === 0) {
    const given = `${where} has 0 dimensions: it holds a single value`;
    if (use === "features") return new InvalidInput(`${given}; one sample of one feature is ${again}`);
    return new InvalidInput(`${given}; expected one class a sample, at least two of them`);
  }
  const expected = use === "labels" ? "one class a sample" : "samples × features";
  return new InvalidInput(`${where} has ${shape.length} dimensions; expected ${expected}: ${again}`);
}
