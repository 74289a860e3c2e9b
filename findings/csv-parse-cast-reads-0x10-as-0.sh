#!/usr/bin/env bash
# Expected: with cast: true a field such as 0x10 is either the number 16 or stays the string it is.
#
# What happens: it becomes the number 0. The test whether a field is a number lets JavaScript convert the
# whole text (0x10 is 16), but the value is then taken by parseFloat, which stops at the x. Every unsigned
# hexadecimal, octal or binary field of a file turns into 0; signed ones stay strings.
#
# Versions: csv-parse 7.0.3.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact csv-parse@7.0.3
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { parse } from 'csv-parse/sync';
const fields = ['12', '0x10', '0xff', '0b101', '0o17', '-0x10', '12px'];
parse(fields.join(','), { cast: true })[0].forEach((value, i) => console.log(fields[i], '->', typeof value, value));
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
12 -> number 12
0x10 -> number 0
0xff -> number 0
0b101 -> number 0
0o17 -> number 0
-0x10 -> string -0x10
12px -> string 12px
SEEN
echo 'Still so.'
