import { all, type BigNumber as Big, create } from "mathjs";
import { Fractions } from "../src/formula/index.ts";

export type { Big };

/** mathjs with numbers of 80 decimal digits. */
const mathInDigits = create(all!, { number: "BigNumber", precision: 80 });

/** The number that a floating-point number is, and not the shortest decimal that rounds to it. */
export function bigNumber(value: number): Big {
  const { numerator, denominator } = Fractions.fromNumber(value);
  return mathInDigits.bignumber(`${numerator}`).div(mathInDigits.bignumber(`${denominator}`));
}

// 266 bits are 80 digits; the others are for what rounding in fixed point loses.
const BITS = 320n;
const HALVINGS = 12n;
const UNIT = 1n << BITS;
const [TWO, SCALE] = [bigNumber(2), bigNumber(2).pow(Number(BITS))];

/** ln 2 = 2 artanh(1/3), as a multiple of 2⁻³²⁰. */
const LN2 = ((): bigint => {
  let sum = 0n;
  for (let power = (2n * UNIT) / 3n, k = 1n; power > 0n; power /= 9n, k += 2n) sum += power / k;
  return sum;
})();

/** e^x in 80 digits: 2^k e^r with |r| < ln 2, by the series for r/2¹² in fixed point. mathjs's own takes far longer. */
export function bigExponential(x: Big): Big {
  const multiple = BigInt(x.times(SCALE).floor().toFixed());
  const k = multiple / LN2;
  const part = (multiple % LN2) >> HALVINGS;
  let [sum, term] = [UNIT, UNIT];
  for (let n = 1n; term > 1n || term < -1n; n++) {
    term = (term * part) / (n * UNIT);
    sum += term;
  }
  for (let i = 0n; i < HALVINGS; i++) sum = (sum * sum) >> BITS;
  return mathInDigits
    .bignumber(`${sum}`)
    .div(SCALE)
    .times(TWO.pow(Number(k)));
}
