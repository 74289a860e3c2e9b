#!/usr/bin/env bash
# Expected: new Fraction(x) of a double is x, or the shortest fraction that rounds back to x.
#
# What happens: the denominator is searched only up to 10^7 and the best so far is kept without a word:
# 1e-9 becomes 0, and 0.123456789012 becomes 10/81, wrong from the eighth digit on. The string of the same
# number is read exactly. (The README warns of "too large exact numbers"; these are small ones.)
#
# Versions: fraction.js 5.3.4.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact fraction.js@5.3.4
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import Fraction from 'fraction.js';
for (const x of [1e-7, 1e-9, 0.123456789012, 1e-20]) {
  const given = new Fraction(x);
  console.log(`new Fraction(${x}) = ${given.toFraction()}, back as a double ${given.valueOf()}`);
}
console.log('from the text 0.123456789012:', new Fraction('0.123456789012').toFraction());
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
new Fraction(1e-7) = 1/10000000, back as a double 1e-7
new Fraction(1e-9) = 0, back as a double 0
new Fraction(0.123456789012) = 10/81, back as a double 0.12345679012345678
new Fraction(1e-20) = 0, back as a double 0
from the text 0.123456789012: 30864197253/250000000000
SEEN
echo 'Still so.'
