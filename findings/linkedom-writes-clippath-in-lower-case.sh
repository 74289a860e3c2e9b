#!/usr/bin/env bash
# Expected: SVG inside HTML keeps the camel case of its elements when it is parsed and written again, as the
# HTML standard has the parser restore it, and as the same library keeps the camel case of viewBox.
#
# What happens: clipPath and linearGradient come back as clippath and lineargradient, elements that SVG does
# not have, while the references url(#a) to them stand. A picture that is read, changed and saved loses its
# clipping and its gradients. Elements made by createElementNS keep their case.
#
# Versions: linkedom 0.18.15.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact linkedom@0.18.15
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { parseHTML } from 'linkedom';
const { document } = parseHTML('<!doctype html><html><body></body></html>');
const holder = document.createElement('div');
holder.innerHTML = '<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath><linearGradient id="b"></linearGradient></svg>';
console.log('parsed:', holder.innerHTML);
const made = document.createElementNS('http://www.w3.org/2000/svg', 'clipPath');
console.log('made:', made.outerHTML);
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
parsed: <svg viewBox="0 0 1 1"><clippath id="a" /><lineargradient id="b" /></svg>
made: <clipPath />
SEEN
echo 'Still so.'
