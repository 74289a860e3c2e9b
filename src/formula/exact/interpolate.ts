import * as F from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

/**
 * The polynomial of least degree with these values at these nodes, by Newton's divided differences: its coefficients
 * c_0, c_1, …, one per node. No rounding, so that nodes may lie as close together as they like.
 *
 * @throws DivisionByZero where a node occurs twice.
 */
export function interpolate(nodes: readonly Fraction[], values: readonly Fraction[]): Fraction[] {
  const divided = [...values];
  for (let order = 1; order < nodes.length; order++) {
    for (let j = nodes.length - 1; j >= order; j--) {
      const rise = F.subtract(divided[j]!, divided[j - 1]!);
      divided[j] = F.multiply(rise, F.reciprocal(F.subtract(nodes[j]!, nodes[j - order]!)));
    }
  }
  return divided.reduceRight<Fraction[]>((inner, value, j) => {
    const [constant = F.fraction(0n), ...higher] = timesLinear(inner, nodes[j]!);
    return [F.add(constant, value), ...higher];
  }, []);
}

/** The coefficients of (x − root) p(x), from those of p. */
export function timesLinear(coefficients: readonly Fraction[], root: Fraction): Fraction[] {
  if (coefficients.length === 0) return [];
  const shifted = [F.fraction(0n), ...coefficients];
  return shifted.map((above, i) => {
    const here = coefficients[i];
    return here === undefined ? above : F.subtract(above, F.multiply(root, here));
  });
}
