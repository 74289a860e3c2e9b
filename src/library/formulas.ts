/**
 * Closed forms, each written once and read in many ways.
 *
 * ```ts
 * import { Book, perMode, prove, scalar } from "sd-theorems";
 * ```
 *
 * - {@link Book} declares symbols, with {@link scalar} and {@link perMode}, and formulas over them as text; {@link parse} says
 *   how that is written.
 * - {@link prove} decides identities for any number of modes, or gives a point where the two sides differ.
 * - {@link compile} makes fast code, {@link evaluate} exact values, {@link enclose} intervals, {@link latex} and
 *   {@link formulaLatex} print; {@link interpret} reads in any other arithmetic. {@link mutantsOf} breaks a formula on purpose.
 * - {@link Fractions} and {@link Intervals} are the arithmetic; {@link exponential} and {@link logisticFunction} enclose those
 *   functions.
 *
 * @module formulas
 */
export {
  type Arithmetic,
  type BinaryOperator,
  Book,
  type Box,
  children,
  compile,
  type Compiled,
  describeDifference,
  type Difference,
  type Domain,
  enclose,
  evaluate,
  exponential,
  type Expression,
  format,
  type Formula,
  formulaLatex,
  type FormulaSource,
  type Fraction,
  Fractions,
  fromFraction,
  interpret,
  type Interval,
  Intervals,
  latex,
  logisticComplement,
  logisticFunction,
  logisticSlope,
  mapExpression,
  type ModeIndex,
  type Modes,
  type Mutant,
  type Mutants,
  mutantsOf,
  parse,
  perMode,
  type Point,
  type Proof,
  prove,
  type RationalPoint,
  scalar,
  type SymbolDeclaration,
  type SymbolExpression,
  type Symbols,
  symbolsOf,
  type Values,
} from "../formula/index.ts";
