#!/usr/bin/env bash
# Expected: a computer algebra system that answers in exact fractions reads 1e-15 as 1/10^15 and 1e-19 as
# 1/10^19, as it does read 10^(-19); multiplied by the reciprocal power both give 1.
#
# What happens: 1e-15 is read as 1/999999999999999 and 1e-19 as 0, so that x*1e-19*1e19 "simplifies" to 0.
# The answers look exact: a fraction with fifteen digits, or a plain zero.
#
# Versions: nerdamer 1.1.13.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact nerdamer@1.1.13
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import nerdamer from 'nerdamer';
for (const text of ['1e-14', '1e-15', '1e-15*1e15', '1e-19', 'x*1e-19*1e19', '10^(-19)*10^19']) {
  console.log(text, '->', nerdamer(text).toString());
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
1e-14 -> 1/100000000000000
1e-15 -> 1/999999999999999
1e-15*1e15 -> 1000000000000000/999999999999999
1e-19 -> 0
x*1e-19*1e19 -> 0
10^(-19)*10^19 -> 1
SEEN
echo 'Still so.'
