export { Book, type Formula, type FormulaSource } from "./book.ts";
export { describeDifference, type Difference, findSign } from "./exact/difference.ts";
export { evaluate, type RationalPoint } from "./exact/evaluate.ts";
export * as Fractions from "./exact/fraction.ts";
export type { Fraction } from "./exact/fraction.ts";
export { interpolate, timesLinear } from "./exact/interpolate.ts";
export { type BinaryOperator, type Expression, mapExpression } from "./expression.ts";
export { format } from "./format.ts";
export {
  type Box,
  enclose,
  exponential,
  fromFraction,
  type Interval,
  Intervals,
  logisticComplement,
  logisticFunction,
  logisticSlope,
} from "./interval/index.ts";
export { type Arithmetic, interpret, type Modes, type Point } from "./interpret.ts";
export { certifiedSign, isSumOfExpectations, type Sign } from "./kernel/rules.ts";
export { formulaLatex, latex, type Names } from "./latex.ts";
export { type Mutant, type Mutants, mutantsOf } from "./mutants.ts";
export { compile, type Compiled, type Values } from "./number.ts";
export { parse } from "./parse.ts";
export {
  type Ball,
  ballArithmetic,
  type BallArithmetic,
  type Nearest,
  nearestNumbers,
  type Real,
  Reals,
} from "./precise/index.ts";
export { type Proof, prove } from "./prove.ts";
export { hasPart, replaceParts } from "./replace.ts";
export { type Domain, perMode, scalar, type SymbolDeclaration, type Symbols } from "./symbols.ts";
export { constant, develop, type ModelPoint, TaylorBounds, type TaylorModel, TaylorModels } from "./taylor/index.ts";

// For whoever reads formulas in yet another way.
export {
  binary,
  children,
  containsSum,
  freeModes,
  mapSymbols,
  type ModeIndex,
  symbolKey,
  type SymbolExpression,
  symbolsOf,
} from "./expression.ts";
export { coqName, coqTerm } from "./coq.ts";
export { asQuotient, coefficientsIn } from "./quotient.ts";
