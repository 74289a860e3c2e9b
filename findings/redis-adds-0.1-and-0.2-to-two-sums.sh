#!/usr/bin/env bash
# Expected: one server adds 0.1 and 0.2 in one way, whichever type of key holds the number: as a double,
# 0.30000000000000004.
#
# What happens: INCRBYFLOAT and HINCRBYFLOAT say 0.3, ZINCRBY says 0.30000000000000004. The first two add in
# long double and print 17 decimals; a sorted set's score is a double. The same figure kept as a counter and
# as a score drifts apart, and what is small is lost on one side: 0 + 1e-18 is 0 as a counter.
#
# Versions: Redis 7.0.15 (Debian 12, amd64: elsewhere long double may be a double).

set -euo pipefail
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; wait; rm -rf "$work"' EXIT
cd "$work"

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

redis() { root/usr/bin/redis-cli -s socket "$@"; }
{
  root/usr/bin/redis-server --version | cut -d ' ' -f 1-3
  redis SET counter 0.1 >/dev/null
  echo "INCRBYFLOAT: $(redis INCRBYFLOAT counter 0.2)"
  redis HSET hash field 0.1 >/dev/null
  echo "HINCRBYFLOAT: $(redis HINCRBYFLOAT hash field 0.2)"
  redis ZADD set 0.1 member >/dev/null
  echo "ZINCRBY: $(redis ZINCRBY set 0.2 member)"
  redis SET counter 0 >/dev/null
  echo "0 and 1e-18: INCRBYFLOAT $(redis INCRBYFLOAT counter 1e-18), ZINCRBY $(redis ZINCRBY set2 1e-18 member)"
} | tee seen

diff seen - <<'SEEN'
Redis server v=7.0.15
INCRBYFLOAT: 0.3
HINCRBYFLOAT: 0.3
ZINCRBY: 0.30000000000000004
0 and 1e-18: INCRBYFLOAT 0, ZINCRBY 1.0000000000000001e-18
SEEN
echo 'Still so.'
