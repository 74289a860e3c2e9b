#!/usr/bin/env bash
# Expected: what goes into a job comes out of it: numbers in its options survive as numbers in its data do,
# exactly.
#
# What happens: the data are exact, the options are not. They are encoded again by the Lua script in the
# server, whose encoder writes 14 significant digits: 1 / 3 loses two digits, and 2 ** 53 - 1 comes back as
# 9007199254741000. The job that add returned still holds the exact values; the job as read has the others.
#
# Versions: BullMQ 6.7.0, Redis 7.0.15 (Debian 12).

set -euo pipefail
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; wait; rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --save-exact bullmq@6.7.0 ioredis@6.0.0
apt-get download -qq -o APT::Sandbox::User=root \
  redis-tools=5:7.0.15-1~deb12u7 \
  libatomic1=12.2.0-14+deb12u1 \
  libjemalloc2=5.3.0-1 \
  liblzf1=3.6-3 \
  libssl3=3.0.20-1~deb12u2
for package in *.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH=$work/root/usr/lib/x86_64-linux-gnu

ln -s redis-check-rdb root/usr/bin/redis-server # one program, which goes by its name
root/usr/bin/redis-server --port 0 --unixsocket "$work/socket" --save '' --dir "$work" >redis.log &
server=$!
until [ -S socket ]; do
  kill -0 "$server" # ends the script if the server has ended
  sleep 0.1
done

cat >run.mjs <<'JS'
import { Queue } from 'bullmq';
const queue = new Queue('numbers', { connection: { path: 'socket' } });
const numbers = { third: 1 / 3, largest: 2 ** 53 - 1 };
const added = await queue.add('job', numbers, { jobId: 'one', backoff: { type: 'fixed', delay: 1000, ...numbers } });
const read = await queue.getJob('one');
console.log('data as read:', read.data.third, read.data.largest);
console.log('options as returned by add:', added.opts.backoff.third, added.opts.backoff.largest);
console.log('options as read:', read.opts.backoff.third, read.opts.backoff.largest);
await queue.close();
JS
{
  root/usr/bin/redis-server --version | cut -d ' ' -f 1-3
  node run.mjs
} | tee seen

diff seen - <<'SEEN'
Redis server v=7.0.15
data as read: 0.3333333333333333 9007199254740991
options as returned by add: 0.3333333333333333 9007199254740991
options as read: 0.33333333333333 9007199254741000
SEEN
echo 'Still so.'
