#!/usr/bin/env bash
# Expected: stringify writes a number that parse reads back.
#
# What happens: a number that JavaScript prints with an exponent but without a decimal point is split at the
# point it does not have: 1e-7 is written as 1e-7.undefined, which no TOML reader takes, this one included.
# 1.5e-7 is written rightly, and so is 1e21.
#
# Versions: @iarna/toml 3.0.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact @iarna/toml@3.0.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import TOML from '@iarna/toml';
for (const lambda of [1e-6, 1e-7, 1.5e-7, 1e21]) {
  const text = TOML.stringify({ lambda }).trim();
  let back;
  try {
    back = TOML.parse(text).lambda === lambda ? 'reads back' : 'reads back as another number';
  } catch {
    back = 'is refused by parse';
  }
  console.log(`${lambda}: "${text}" ${back}`);
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
0.000001: "lambda = 0.000001" reads back
1e-7: "lambda = 1e-7.undefined" is refused by parse
1.5e-7: "lambda = 1.5e-7" reads back
1e+21: "lambda = 1e+21" reads back
SEEN
echo 'Still so.'
