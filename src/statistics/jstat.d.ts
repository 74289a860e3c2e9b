/** The part of jstat that is used; the package ships no types. */
declare module "jstat" {
  interface Distribution<P extends number[]> {
    cdf(x: number, ...parameters: P): number;
    inv(probability: number, ...parameters: P): number;
  }
  const jstat: {
    /** The regularised incomplete beta function I_x(a, b). */
    ibeta(x: number, a: number, b: number): number;
    normal: Distribution<[mean: number, standardDeviation: number]>;
    studentt: Distribution<[degreesOfFreedom: number]>;
    chisquare: Distribution<[degreesOfFreedom: number]>;
  };
  export default jstat;
}
