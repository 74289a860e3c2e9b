/** The package declares types for its main entry alone, and not that what it has there can be made anew with a configuration. */
declare module "mathjs/lib/browser/math.js" {
  import type { ConfigOptions, MathJsInstance } from "mathjs";
  const mathjs: { readonly create: (config: ConfigOptions) => MathJsInstance };
  export default mathjs;
}
