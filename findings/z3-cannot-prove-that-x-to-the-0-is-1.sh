#!/usr/bin/env bash
# Expected: with a constant whole exponent, ^ is the power of polynomials: x^2 = x * x, x^1 = x and x^0 = 1
# for every real x. The first two are proved.
#
# What happens: 0^0 is left to the model, as division by 0 is, and x = 0 refutes x^0 = 1. A polynomial
# written as a sum of a_k x^k from k = 0 on is therefore not the polynomial at 0.
#
# Versions: z3-solver 5.2.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact z3-solver@5.2.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { init } from 'z3-solver';
const { Context } = await init();
const context = new Context('main');
const holds = async (claim) => {
  const solver = new context.Solver();
  solver.fromString(`(declare-const x Real) (assert (not ${claim}))`);
  const answer = await solver.check();
  return answer === 'sat' ? `refuted at x = ${solver.model().eval(context.Real.const('x'))}` : answer === 'unsat' ? 'proved' : answer;
};
for (const claim of ['(= (^ x 2) (* x x))', '(= (^ x 1) x)', '(= (^ x 0) 1.0)', '(=> (not (= x 0.0)) (= (^ x 0) 1.0))']) {
  console.log(claim, '-', await holds(claim));
}
process.exit(0);
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
(= (^ x 2) (* x x)) - proved
(= (^ x 1) x) - proved
(= (^ x 0) 1.0) - refuted at x = 0.0
(=> (not (= x 0.0)) (= (^ x 0) 1.0)) - proved
SEEN
echo 'Still so.'
