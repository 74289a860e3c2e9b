// TEMPORARY stand-in
import type { FeatureTable } from "../data/index.ts";
import { Workspace, type StoredMatrix } from "../matrix/index.ts";
export interface SoftmaxFit { readonly weights: Float64Array; readonly converged: boolean; readonly iterations: number }
export class Probe {
  readonly features: FeatureTable; readonly classes: number;
  #w = new Workspace(); #a: StoredMatrix; #x: StoredMatrix; #z: StoredMatrix; #g: StoredMatrix;
  constructor(features: FeatureTable, classes: number) {
    this.features = features; this.classes = classes;
    const { rows: n, columns: d } = features;
    this.#a = this.#w.matrix(n, d, features.values);
    this.#x = this.#w.matrix(d, classes); this.#z = this.#w.matrix(n, classes); this.#g = this.#w.matrix(d, classes);
  }
  fit(targets: Float64Array, wd: number, { start, gradientTolerance = 1e-5, mostIterations = 5000 }: { start?: SoftmaxFit; gradientTolerance?: number; mostIterations?: number } = {}): SoftmaxFit {
    const { rows: n, columns: d } = this.features; const K = this.classes; const N = d * K;
    let x = start ? start.weights.slice() : new Float64Array(N);
    const grad = (w: Float64Array, g: Float64Array): number => {
      this.#x.values.set(w); this.#w.multiply(this.#a, this.#x, this.#z);
      const z = this.#z.values; let f = 0;
      for (let i = 0; i < n; i++) {
        const o = i * K; let m = -Infinity; for (let k = 0; k < K; k++) if (z[o + k]! > m) m = z[o + k]!;
        let s = 0; let t = 0; for (let k = 0; k < K; k++) { const v = z[o + k]! - m; t += targets[o + k]! * v; s += Math.exp(v); }
        f += Math.log(s) - t;
        for (let k = 0; k < K; k++) z[o + k] = (Math.exp(z[o + k]! - m) / s - targets[o + k]!) / n;
      }
      f /= n; this.#w.transposedMultiply(this.#a, this.#z, this.#g);
      const G = this.#g.values; let q = 0; for (let j = 0; j < N; j++) { g[j] = G[j]! + wd * w[j]!; q += w[j]! * w[j]!; }
      return f + 0.5 * wd * q;
    };
    const dot = (a: Float64Array, b: Float64Array): number => { let s = 0; for (let j = 0; j < N; j++) s += a[j]! * b[j]!; return s; };
    let g = new Float64Array(N); let f = grad(x, g); const S: Float64Array[] = []; const Y: Float64Array[] = []; const R: number[] = [];
    let it = 0;
    const inf = (v: Float64Array): number => { let m = 0; for (const e of v) m = Math.max(m, Math.abs(e)); return m; };
    for (; it < mostIterations && inf(g) > gradientTolerance; it++) {
      const p = g.slice(); const al: number[] = [];
      for (let i = S.length - 1; i >= 0; i--) { const a = R[i]! * dot(S[i]!, p); al[i] = a; const y = Y[i]!; for (let j = 0; j < N; j++) p[j] = p[j]! - a * y[j]!; }
      const ga = S.length ? 1 / (R.at(-1)! * dot(Y.at(-1)!, Y.at(-1)!)) : 1 / Math.max(1, Math.sqrt(dot(g, g)));
      for (let j = 0; j < N; j++) p[j] = p[j]! * ga;
      for (let i = 0; i < S.length; i++) { const b = R[i]! * dot(Y[i]!, p); const s = S[i]!; const c = al[i]! - b; for (let j = 0; j < N; j++) p[j] = p[j]! + c * s[j]!; }
      const slope = dot(p, g); let t = 1; const xn = new Float64Array(N); const gn = new Float64Array(N); let fn = 0;
      for (let k = 0; k < 30; k++) { for (let j = 0; j < N; j++) xn[j] = x[j]! - t * p[j]!; fn = grad(xn, gn); if (fn <= f - 1e-4 * t * slope) break; t *= 0.5; }
      const s = new Float64Array(N); const y = new Float64Array(N); for (let j = 0; j < N; j++) { s[j] = xn[j]! - x[j]!; y[j] = gn[j]! - g[j]!; }
      const sy = dot(s, y); if (sy > 0) { S.push(s); Y.push(y); R.push(1 / sy); if (S.length > 15) { S.shift(); Y.shift(); R.shift(); } }
      x = xn; g = gn; f = fn;
    }
    return { weights: x, converged: it < mostIterations, iterations: it };
  }
  logits(fit: SoftmaxFit, features: FeatureTable = this.features): Float64Array {
    const mark = this.#w.mark();
    const a = features === this.features ? this.#a : this.#w.matrix(features.rows, features.columns, features.values);
    const z = this.#w.matrix(features.rows, this.classes);
    this.#x.values.set(fit.weights); this.#w.multiply(a, this.#x, z); const out = z.values.slice(); this.#w.release(mark); return out;
  }
}
