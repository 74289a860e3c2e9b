#!/usr/bin/env bash
# Expected: family = "gaussian" and family = gaussian() of glmnet are one model, fitted by a fast and by a
# general algorithm; at one lambda, both minimise RSS / (2n) + lambda |b|^2 / 2, which is linear in y.
#
# What happens: at alpha = 0 the function gives the minimiser, the name gives that of lambda / sd(y): y is
# scaled to unit variance first, and the scaling back does not undo it for a squared penalty. Measuring y in
# millimetres instead of metres changes more than the unit of the answer. (The help advises to standardise y
# when comparing with other software; that two spellings in one call differ, it does not say.)
#
# Versions: glmnet 4.1-6 with R 4.2.2 (Debian 12).

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
  libpcre2-8-0=10.42-1 \
  r-cran-glmnet=4.1-6-1 \
  r-cran-foreach=1.5.2-1 \
  r-cran-iterators=1.0.14-1 \
  r-cran-shape=1.4.6-1 \
  r-cran-matrix=1.5-3-1 \
  r-cran-lattice=0.20-45-3 \
  r-cran-survival=3.5-3-1 \
  r-cran-codetools=0.2-19-1 \
  r-cran-rcpp=1.0.10-1
for package in *.deb; do dpkg -x "$package" root; done
lib=$work/root/usr/lib/x86_64-linux-gnu
export R_HOME=$work/root/usr/lib/R R_LIBS=$work/root/usr/lib/R/site-library
export LD_LIBRARY_PATH=$R_HOME/lib:$lib:$lib/blas:$lib/lapack

cat >run.R <<'R'
suppressPackageStartupMessages(library(glmnet))
cat(R.version.string, paste("glmnet", packageVersion("glmnet")), sep = "\n")
n <- 12
x <- cbind(cos(1:n), sin(2 * (1:n)), cos(3 * (1:n)^2))
y <- drop(x %*% c(1, -1, 2)) + sin((1:n)^2)
fit <- function(y, family) coef(glmnet(x, y, family = family, alpha = 0, lambda = 1, standardize = FALSE, thresh = 1e-18))[-1]
xc <- scale(x, scale = FALSE)
yc <- y - mean(y)
ridge <- function(lambda) drop(solve(crossprod(xc) / n + lambda * diag(3), crossprod(xc, yc) / n))
show <- function(name, b) cat(sprintf("%-38s", name), sprintf("%8.4f", b), "\n", sep = "")
show("family = gaussian()", fit(y, gaussian()))
show("minimiser at lambda", ridge(1))
show('family = "gaussian"', fit(y, "gaussian"))
show("minimiser at lambda / sd(y)", ridge(1 / sqrt(mean(yc^2))))
show('family = "gaussian" of 1000 y, / 1000', fit(1000 * y, "gaussian") / 1000)
show("family = gaussian() of 1000 y, / 1000", fit(1000 * y, gaussian()) / 1000)
R
"$R_HOME/bin/exec/R" --vanilla --no-echo -f run.R 2>warnings | tee seen

diff seen - <<'SEEN'
R version 4.2.2 Patched (2022-11-10 r83330)
glmnet 4.1.6
family = gaussian()                     0.3143 -0.5586  0.5442
minimiser at lambda                     0.3143 -0.5586  0.5442
family = "gaussian"                     0.4442 -0.7428  0.7560
minimiser at lambda / sd(y)             0.4442 -0.7428  0.7560
family = "gaussian" of 1000 y, / 1000   0.8848 -1.1070  1.5448
family = gaussian() of 1000 y, / 1000   0.3143 -0.5586  0.5442
SEEN
echo 'Still so.'
