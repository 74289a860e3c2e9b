#!/usr/bin/env bash
# Expected: a double printed with the digits that identify it, as JavaScript, Python and NumPy print it, is
# read back as the same double by R's read.csv and as.numeric.
#
# What happens: R adds the digits up in 80-bit arithmetic and scales by a power of ten, rounding more than
# once. Of 300,000 random doubles 19 came back as a neighbour, plain ones like 0.4095382363454593 among them:
# a column exported at full precision is not == to itself.
#
# Versions: R 4.2.2 (Debian 12, amd64: elsewhere long double differs, and with it the numbers concerned).

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root \
  r-base-core=4.2.2.20221110-2 \
  libblas3=3.11.0-2 \
  liblapack3=3.11.0-2 \
  libgfortran5=12.2.0-14+deb12u1 \
  libquadmath0=12.2.0-14+deb12u1 \
  libgomp1=12.2.0-14+deb12u1 \
  libreadline8=8.2-1.3 \
  libtirpc3=1.3.3+ds-1 \
  libicu72=72.1-3+deb12u1 \
  libpcre2-8-0=10.42-1
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export R_HOME=$work/root/usr/lib/R
export LD_LIBRARY_PATH=$R_HOME/lib:$lib:$lib/blas:$lib/lapack

cat >numbers.csv <<'CSV'
x
0.4095382363454593
-0.2611162556205259
1.049752904221673
0.4095382363454594
CSV
cat >run.R <<'R'
cat(R.version.string, sep = "\n")
text <- readLines("numbers.csv")[-1]
column <- read.csv("numbers.csv")$x
for (i in seq_along(text)) cat(sprintf("R reads %s as %.17g\n", text[i], column[i]))
cat("as.numeric agrees with read.csv: ", all(as.numeric(text) == column), "\n", sep = "")
R
cat >run.mjs <<'JS'
for (const text of ['0.4095382363454593', '-0.2611162556205259', '1.049752904221673', '0.4095382363454594']) {
  const x = Number(text);
  console.log(`Node reads ${text} as ${x.toPrecision(17)}, and prints that as ${x}`);
}
JS
{
  "$R_HOME/bin/exec/R" --vanilla --no-echo -f run.R
  node run.mjs
} | tee seen

diff seen - <<'SEEN'
R version 4.2.2 Patched (2022-11-10 r83330)
R reads 0.4095382363454593 as 0.40953823634545927
R reads -0.2611162556205259 as -0.26111625562052587
R reads 1.049752904221673 as 1.0497529042216729
R reads 0.4095382363454594 as 0.40953823634545938
as.numeric agrees with read.csv: TRUE
Node reads 0.4095382363454593 as 0.40953823634545933, and prints that as 0.4095382363454593
Node reads -0.2611162556205259 as -0.26111625562052593, and prints that as -0.2611162556205259
Node reads 1.049752904221673 as 1.0497529042216731, and prints that as 1.049752904221673
Node reads 0.4095382363454594 as 0.40953823634545938, and prints that as 0.4095382363454594
SEEN
echo 'Still so.'
