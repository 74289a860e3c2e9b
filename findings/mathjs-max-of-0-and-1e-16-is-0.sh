#!/usr/bin/env bash
# Expected: the maximum of a list is an element that no other element exceeds, and sorting puts a
# list of distinct numbers in order: max(0, 1e-16) is 1e-16.
#
# What happens: max, min, sort and median compare with the tolerance of the comparison operators
# (relTol 1e-12, absTol 1e-15), so max(0, 1e-16) is 0, the "maximum" depends on the order of the
# arguments, and a list of small numbers comes back unsorted from sort. Nothing in the documentation of these
# functions says so.
#
# Versions: mathjs 15.2.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact mathjs@15.2.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { max, min, sort, median } from 'mathjs';
console.log('max(0, 1e-16) =', max(0, 1e-16));
console.log('max(1e-16, 0) =', max(1e-16, 0));
console.log('min(1e-16, 0) =', min(1e-16, 0));
console.log('sort([3e-16, 1e-16, 2e-16]) =', sort([3e-16, 1e-16, 2e-16]));
console.log('median(5e-16, 0, 1e-16) =', median(5e-16, 0, 1e-16));
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
max(0, 1e-16) = 0
max(1e-16, 0) = 1e-16
min(1e-16, 0) = 1e-16
sort([3e-16, 1e-16, 2e-16]) = [ 3e-16, 1e-16, 2e-16 ]
median(5e-16, 0, 1e-16) = 5e-16
SEEN
echo 'Still so.'
