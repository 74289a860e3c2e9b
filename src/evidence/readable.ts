import { parse } from "../formula/index.ts";

/**
 * Reads what is written as formulas, so that one that cannot be read is told where it is written, before any check.
 *
 * @throws SyntaxError naming the place.
 */
export function requireReadable(where: string, formulas: readonly string[]): void {
  for (const formula of formulas) {
    try {
      parse(formula);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new SyntaxError(`${where}: ${error.message}`);
    }
  }
}
