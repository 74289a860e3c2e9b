#!/usr/bin/env bash
# Expected: an interval operation encloses every real result; on overflow the lower end is the largest
# double and the upper end Infinity.
#
# What happens: both ends are Infinity. [1e200] * [1e200] does not hold the real number 1e400, and neither
# do sums and exp; "is the value below 1e300?" and every intersection with a finite interval is
# answered from an interval that holds no real number at all. Underflow is rounded outwards as it should be.
#
# Versions: interval-arithmetic 1.1.3.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact interval-arithmetic@1.1.3
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import library from 'interval-arithmetic';
const Interval = library.default ?? library;
const show = ({ lo, hi }) => `[${lo}, ${hi}]`;
const at = (x) => new Interval(x, x);
console.log('1e200 * 1e200 =', show(Interval.mul(at(1e200), at(1e200))));
console.log('1e308 + 1e308 =', show(Interval.add(at(1e308), at(1e308))));
console.log('exp(800) =', show(Interval.exp(at(800))));
console.log('1e-200 * 1e-200 =', show(Interval.mul(at(1e-200), at(1e-200))));
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
1e200 * 1e200 = [Infinity, Infinity]
1e308 + 1e308 = [Infinity, Infinity]
exp(800) = [Infinity, Infinity]
1e-200 * 1e-200 = [-5e-324, 5e-324]
SEEN
echo 'Still so.'
