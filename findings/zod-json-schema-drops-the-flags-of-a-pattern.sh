#!/usr/bin/env bash
# Expected: z.toJSONSchema writes a schema that takes what the zod schema takes, and throws on what JSON
# Schema cannot say (as it does for dates, maps and transforms).
#
# What happens: the flags of a regular expression are dropped in silence. The zod schema takes "RIDGE", the
# schema written from it refuses it in ajv. JSON Schema has no flags, so z.toJSONSchema could have refused.
#
# Versions: zod 4.6.7, ajv 8.20.0.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact zod@4.6.7 ajv@8.20.0
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import * as z from 'zod';
import { Ajv2020 } from 'ajv/dist/2020.js';
const method = z.string().regex(/^(ridge|lasso)$/i);
const schema = z.toJSONSchema(method);
const validate = new Ajv2020().compile(schema);
console.log('written:', JSON.stringify(schema));
for (const text of ['ridge', 'RIDGE']) {
  console.log(`${text}: zod ${method.safeParse(text).success}, ajv ${validate(text)}`);
}
try {
  z.toJSONSchema(z.date());
} catch (error) {
  console.log('a date:', error.message);
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
written: {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"string","pattern":"^(ridge|lasso)$"}
ridge: zod true, ajv true
RIDGE: zod true, ajv false
a date: Date cannot be represented in JSON Schema
SEEN
echo 'Still so.'
