#!/usr/bin/env bash
# Expected: { "multipleOf": 1 } accepts every integer, as { "type": "integer" } does.
#
# What happens: a quotient of 1e21 or more is never whole. It is compared with parseInt of itself, and its
# text has an exponent at which parseInt stops: 1e21 is compared with 1. So 1e21 is a multiple of 1000 but
# not of 1, although it passes { "type": "integer" }.
#
# Versions: ajv 8.20.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact ajv@8.20.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { Ajv } from 'ajv';
const ajv = new Ajv();
const integer = ajv.compile({ type: 'integer' });
const multipleOf1 = ajv.compile({ type: 'number', multipleOf: 1 });
const multipleOf1000 = ajv.compile({ type: 'number', multipleOf: 1000 });
for (const x of [1e20, 1e21, 1e24]) {
  console.log(`${x}: integer ${integer(x)}, multiple of 1 ${multipleOf1(x)}, of 1000 ${multipleOf1000(x)}`);
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
100000000000000000000: integer true, multiple of 1 true, of 1000 true
1e+21: integer true, multiple of 1 false, of 1000 true
1e+24: integer true, multiple of 1 false, of 1000 false
SEEN
echo 'Still so.'
