#!/usr/bin/env bash
# Expected: %d of a number prints its integer part: 0 for 5e-7, 602200000000000000000000 (or 6.022e+23) for
# 6.022e23, as C and Python do.
#
# What happens: the number is first turned into text and parsed by parseInt, which stops at the e. 5e-7
# prints as 5, and 6.022e23 as 6. One more zero after the point (5e-6 to 5e-7) and the printed value goes
# from 0 to 5.
#
# Versions: sprintf-js 1.1.3.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact sprintf-js@1.1.3
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { sprintf } from 'sprintf-js';
for (const x of [5e-6, 5e-7, 1e20, 6.022e23]) console.log(`sprintf('%d', ${x}) = ${sprintf('%d', x)}`);
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
sprintf('%d', 0.000005) = 0
sprintf('%d', 5e-7) = 5
sprintf('%d', 100000000000000000000) = 100000000000000000000
sprintf('%d', 6.022e+23) = 6
SEEN
echo 'Still so.'
