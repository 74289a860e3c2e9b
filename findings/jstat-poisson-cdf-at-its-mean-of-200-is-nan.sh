#!/usr/bin/env bash
# Expected: a Poisson variable of mean 200 is at most 200 with probability 0.5188, and 200 with 0.0282; 500
# heads in 1030 fair throws have probability 0.0161 (SciPy). A probability is at most 1.
#
# What happens: poisson.cdf(170, 200) is Infinity, poisson.cdf(200, 200) and poisson.pdf(200, 200) are NaN,
# binomial.pdf(500, 1030, 0.5) is Infinity: powers and factorials are formed first and overflow, where
# logarithms would do. A mean of 100 and 1000 throws are still fine.
#
# Versions: jstat 1.9.6.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact jstat@1.9.6
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import jstat from 'jstat';
const { poisson, binomial } = jstat;
console.log('mean 100: poisson.pdf(100)', poisson.pdf(100, 100).toPrecision(6), 'cdf(100)', poisson.cdf(100, 100).toPrecision(6));
console.log('mean 200: poisson.pdf(200)', poisson.pdf(200, 200), 'cdf(170)', poisson.cdf(170, 200), 'cdf(200)', poisson.cdf(200, 200));
console.log('1000 throws: binomial.pdf(500)', binomial.pdf(500, 1000, 0.5).toPrecision(6));
console.log('1030 throws: binomial.pdf(500)', binomial.pdf(500, 1030, 0.5));
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
mean 100: poisson.pdf(100) 0.0398610 cdf(100) 0.526562
mean 200: poisson.pdf(200) NaN cdf(170) Infinity cdf(200) NaN
1000 throws: binomial.pdf(500) 0.0252250
1030 throws: binomial.pdf(500) Infinity
SEEN
echo 'Still so.'
