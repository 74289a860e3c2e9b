#!/usr/bin/env bash
# Expected: generators seeded 1, 2, 3, ... start at unrelated values.
#
# What happens: the seed enters the state unmixed. The first uniformFloat64 of xoroshiro128plus and of
# xorshift128plus is above 0.9999 for every seed from 1 to 1000, the first dice of seeds 1 to 6 are 1 6 5 4
# 3 2 in both, and the second draws of xoroshiro128plus climb by 1/16 from seed to seed. A simulation that
# seeds each run with its index and draws once sees no randomness at all. mersenne is not affected.
# (The README advises to jump rather than to reseed; its reason is overlap, not this.)
#
# Versions: pure-rand 8.4.2.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact pure-rand@8.4.2
echo "Node $(node --version), $(npm ls --depth 0 | sed -n 's/^.── //p' | xargs)"

cat >run.mjs <<'JS'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
const seeds = Array.from({ length: 1000 }, (_, i) => i + 1);
for (const [name, seeded] of Object.entries({ xoroshiro128plus, xorshift128plus, mersenne })) {
  const least = Math.min(...seeds.map((seed) => uniformFloat64(seeded(seed))));
  const dice = [1, 2, 3, 4, 5, 6].map((seed) => uniformInt(seeded(seed), 1, 6));
  const seconds = [1, 2, 3].map((seed) => {
    const rng = seeded(seed);
    uniformFloat64(rng);
    return uniformFloat64(rng).toFixed(4);
  });
  console.log(`${name}: least first draw of seeds 1 to 1000 ${least.toFixed(6)}; first dice ${dice.join(' ')}; second draws ${seconds.join(' ')}`);
}
JS
node run.mjs | tee seen

diff seen - <<'SEEN'
xoroshiro128plus: least first draw of seeds 1 to 1000 0.999985; first dice 1 6 5 4 3 2; second draws 0.8125 0.8750 0.9376
xorshift128plus: least first draw of seeds 1 to 1000 0.999985; first dice 1 6 5 4 3 2; second draws 0.4299 0.8638 0.7976
mersenne: least first draw of seeds 1 to 1000 0.000297; first dice 4 3 3 3 2 1; second draws 0.1008 0.6593 0.3215
SEEN
echo 'Still so.'
