#!/usr/bin/env bash
# Expected: fmod([5, 7], [2, 2]) encloses x mod 2 for every x in [5, 7], that is [0, 2): 6 mod 2 is 0.
#
# What happens: it is [1, 3]. One quotient is chosen for the whole interval, so the image of 6 is missing
# although the upper end exceeds the modulus; fmod([5, 7], [3, 3]) leaves out 6 mod 3 = 0 and 7 mod 3 = 1.
# The single values are enclosed rightly, so a test on points does not see it.
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
for (const modulus of [2, 3]) {
  const { lo, hi } = Interval.fmod(new Interval(5, 7), new Interval(modulus, modulus));
  const left = [5, 5.5, 6, 6.5, 7].filter((x) => x % modulus < lo || x % modulus > hi);
  console.log(`fmod([5, 7], ${modulus}) = [${lo}, ${hi}], leaves out the images of ${left.join(', ')}`);
}
const point = Interval.fmod(new Interval(6, 6), new Interval(2, 2));
console.log(`fmod([6, 6], 2) holds 0: ${point.lo <= 0 && point.hi >= 0}`);
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
fmod([5, 7], 2) = [0.999999999999999, 3.000000000000001], leaves out the images of 6, 6.5
fmod([5, 7], 3) = [1.9999999999999993, 4.000000000000001], leaves out the images of 6, 6.5, 7
fmod([6, 6], 2) holds 0: true
SEEN
echo 'Still so.'
