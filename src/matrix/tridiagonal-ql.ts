const EPS = 2 ** -52;

/** Steps for one eigenvalue after which something must be wrong: two are usual, and convergence is cubic. */
const MOST_STEPS = 60;

/** Takes the rotations of one sweep: of the rows (first − 1, first), (first − 2, first − 1), … by (cos, sin) each. */
export type Rotate = (first: number, rotations: readonly number[]) => void;

/**
 * Makes a symmetric tridiagonal matrix diagonal, in place, by the implicit QL method with Wilkinson's shifts (Golub & Van
 * Loan, Matrix Computations, section 8.3). Afterwards `diagonal` holds its eigenvalues, in no order. An entry beside the
 * diagonal counts as zero where it is below EPS times the largest entry.
 *
 * @param beside the n − 1 entries beside the diagonal, and a place for one more.
 * @throws RangeError where it does not come to an end, as for entries that are not finite.
 */
export function diagonalise(diagonal: Float64Array, beside: Float64Array, rotate: Rotate): void {
  const n = diagonal.length;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(diagonal[i]!), Math.abs(beside[i]!));
  const negligible = EPS * largest;
  for (let first = 0; first < n; first++) {
    for (let steps = 0; ; steps++) {
      let last = first;
      while (last < n - 1 && Math.abs(beside[last]!) > negligible) last++;
      if (last === first) break;
      if (!(steps < MOST_STEPS)) throw new RangeError(`eigenvalue ${first} did not converge in ${steps} steps`);
      rotate(last, sweep(diagonal, beside, first, last));
    }
  }
}

// One implicit QL step on the entries from `first` to `last`, none of which beside the diagonal is zero.
function sweep(diagonal: Float64Array, beside: Float64Array, first: number, last: number): number[] {
  const rotations: number[] = [];
  const ratio = (diagonal[first + 1]! - diagonal[first]!) / (2 * beside[first]!);
  const root = Math.sqrt(ratio * ratio + 1);
  let bulge = diagonal[last]! - diagonal[first]! + beside[first]! / (ratio + (ratio >= 0 ? root : -root));
  let [cos, sin, moved] = [1, 1, 0];
  for (let i = last - 1; i >= first; i--) {
    const across = sin * beside[i]!;
    const along = cos * beside[i]!;
    const radius = Math.sqrt(across * across + bulge * bulge);
    beside[i + 1] = radius;
    if (radius === 0) {
      // The matrix falls into two parts here.
      diagonal[i + 1]! -= moved;
      beside[last] = 0;
      return rotations;
    }
    sin = across / radius;
    cos = bulge / radius;
    const shifted = diagonal[i + 1]! - moved;
    const turned = (diagonal[i]! - shifted) * sin + 2 * cos * along;
    moved = sin * turned;
    diagonal[i + 1] = shifted + moved;
    bulge = cos * turned - along;
    rotations.push(cos, sin);
  }
  diagonal[first]! -= moved;
  beside[first] = bulge;
  beside[last] = 0;
  return rotations;
}
