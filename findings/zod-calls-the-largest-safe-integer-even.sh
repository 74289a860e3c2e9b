#!/usr/bin/env bash
# Expected: z.int().multipleOf(2) takes the even safe integers and refuses the odd ones; with a step of 2
# the test is exact in doubles.
#
# What happens: the quotient is rounded and the difference is compared with a tolerance relative to the
# quotient. From about 4.5e15 on, half a step is within it, and every odd safe integer passes as even; with
# a step of 3, numbers that leave a remainder of 1 pass. The remainder operator sees the difference.
#
# Versions: zod 4.6.7.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact zod@4.6.7
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import * as z from 'zod';
const even = z.int().multipleOf(2);
const byThree = z.int().multipleOf(3);
for (const x of [3, 1e15 + 1, 4503599627370497, 6000000000000001, Number.MAX_SAFE_INTEGER]) {
  console.log(`${x}: even ${even.safeParse(x).success} (x % 2 = ${x % 2}), multiple of 3 ${byThree.safeParse(x).success} (x % 3 = ${x % 3})`);
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
3: even false (x % 2 = 1), multiple of 3 true (x % 3 = 0)
1000000000000001: even false (x % 2 = 1), multiple of 3 false (x % 3 = 2)
4503599627370497: even true (x % 2 = 1), multiple of 3 true (x % 3 = 2)
6000000000000001: even true (x % 2 = 1), multiple of 3 true (x % 3 = 1)
9007199254740991: even true (x % 2 = 1), multiple of 3 true (x % 3 = 1)
SEEN
echo 'Still so.'
