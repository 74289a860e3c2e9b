#!/usr/bin/env bash
# Expected: 1e-3 is a thousandth, as it is when the mantissa has a decimal point (1.0e-3 is 0.001).
#
# What happens: without a decimal point the exponent is not one. 1e-3 is read as 1 times Euler's number
# less 3, so float(1e-3) is -0.28 and 7e-2*x is a polynomial in e and x; 2e5 is two times a new symbol e5.
# Nothing is reported, so a value printed by JavaScript (1e-7) changes its meaning on the way in.
#
# Versions: algebrite 1.4.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact algebrite@1.4.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import Algebrite from 'algebrite';
for (const text of ['1.0e-3', '1e-3', 'float(1e-3)', '7e-2*x', '2e5', String(1e-7)]) {
  console.log(text, '->', Algebrite.run(text));
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
1.0e-3 -> 0.001
1e-3 -> -3+e
float(1e-3) -> -0.281718...
7e-2*x -> -2*x+7*e
2e5 -> 2*e5
1e-7 -> -7+e
SEEN
echo 'Still so.'
