#!/usr/bin/env bash
# Expected: mod(x, y) of positive numbers lies in [0, y), as its page defines it by x - y floor(x / y);
# and floor never exceeds its argument.
#
# What happens: floor first rounds to the nearest integer whenever the argument is within the tolerance
# of the comparison operators of one. floor(2.9999999999999996) is 3, above its argument, and
# mod(2.9999999999999996, 3) is negative; a fractional part taken as mod(x, 1) can be negative too.
#
# Versions: mathjs 15.2.0. The remainder operator of JavaScript is exact here.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact mathjs@15.2.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { floor, mod } from 'mathjs';
const x = 2.9999999999999996;
console.log('floor(x) =', floor(x), '(Math.floor:', Math.floor(x) + ')');
console.log('mod(x, 3) =', mod(x, 3), '(x % 3:', (x % 3) + ')');
console.log('mod(x, 1) =', mod(x, 1), '(x % 1:', (x % 1) + ')');
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
floor(x) = 3 (Math.floor: 2)
mod(x, 3) = -4.440892098500626e-16 (x % 3: 2.9999999999999996)
mod(x, 1) = -4.440892098500626e-16 (x % 1: 0.9999999999999996)
SEEN
echo 'Still so.'
