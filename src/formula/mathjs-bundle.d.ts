/** The package declares types for its main entry alone. */
declare module "mathjs/lib/browser/math.js" {
  import type { MathJsInstance } from "mathjs";
  const mathjs: MathJsInstance;
  export default mathjs;
}
