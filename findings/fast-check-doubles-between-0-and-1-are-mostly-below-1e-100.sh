#!/usr/bin/env bash
# Expected: fc.double({ min: 0, max: 1 }) draws most values at the scale of the range, with some edge cases
# (0, 1, the smallest subnormal) mixed in, as fc.integer({ min, max }) does.
#
# What happens: it is uniform over the bit patterns, and half of all patterns in [0, 1] lie below 1e-154.
# In 20,000 draws the median is about 1e-166, two thirds are below 1e-100 and 7 in 100 exceed 0.01, so the
# default 100 runs of a property "for every probability" meet about seven of any size. (Its page tells how
# to draw uniformly from integers, not how unevenly this one draws.)
#
# Versions: fast-check 4.10.2 (seed 1).

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact fast-check@4.10.2
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import fc from 'fast-check';
const draws = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 20000, seed: 1 }).sort((a, b) => a - b);
const share = (test) => ((100 * draws.filter(test).length) / draws.length).toFixed(1) + ' %';
console.log('above 0.01:', share((x) => x > 0.01));
console.log('below 1e-100:', share((x) => x < 1e-100));
console.log('median:', draws[10000]);
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
above 0.01: 6.8 %
below 1e-100: 67.1 %
median: 1.4575327708702954e-166
SEEN
echo 'Still so.'
