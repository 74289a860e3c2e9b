/*
 * A rule for oxlint: no power whose last digits depend on the version of Node.
 *
 * `Math.pow` and `**` were V8's own up to Node 22 and are the C library's from Node 24 on, and they differ in the last place:
 * for x ** 3, x ** -1 and 10 ** -5 just as for fractional exponents. Exactly two forms have the same bits everywhere: `x ** 2`,
 * which is x * x, and `2 ** k` for an integer k. So these are allowed, where k is seen to be an integer, and powers of BigInts,
 * one of which is seen to be one; anything else is to be written with products, Math.exp or Math.sqrt.
 * (test/portability.test.ts measures what is said here on the Node at hand.)
 */

const ROUNDING = new Set(["trunc", "floor", "ceil", "round"]);
const CHOOSING = new Set(["min", "max", "abs"]);

const portablePowers = {
  meta: { type: "problem", docs: { description: "no power whose last digits depend on the version of Node" } },
  create: (context) => {
    const refuse = (node) =>
      context.report({
        node,
        message:
          "the last digits of this power depend on the version of Node. Write x ** 2, or 2 ** k with k a literal or through Math.trunc, floor, ceil or round; else products, Math.exp or Math.sqrt.",
      });
    return {
      BinaryExpression: (node) => {
        if (node.operator === "**" && !isPortable(node)) refuse(node);
      },
      AssignmentExpression: (node) => {
        if (node.operator === "**=" && !isPortable(node)) refuse(node);
      },
      MemberExpression: (node) => {
        if (isNamed(node.object, "Math") && propertyOf(node) === "pow") refuse(node);
      },
      // const { pow } = Math
      VariableDeclarator: ({ id, init }) => {
        if (init === null || !isNamed(init, "Math") || id.type !== "ObjectPattern") return;
        for (const property of id.properties) {
          if (property.type !== "Property" || isNamed(property.key, "pow") || property.key.value === "pow")
            refuse(property);
        }
      },
    };
  },
};

function isPortable({ left, right }) {
  if (isBigInt(left) || isBigInt(right)) return true;
  if (right.type === "Literal" && right.value === 2) return true;
  return left.type === "Literal" && left.value === 2 && isInteger(right);
}

function isBigInt(node) {
  if (node.type === "Literal") return typeof node.value === "bigint" || typeof node.bigint === "string";
  return node.type === "CallExpression" && isNamed(node.callee, "BigInt");
}

// Sums, differences and products of integers are integers, as far as a power of 2 has an exponent for them.
function isInteger(node) {
  switch (node.type) {
    case "Literal":
      return Number.isInteger(node.value);
    case "UnaryExpression":
      return (node.operator === "-" || node.operator === "+") && isInteger(node.argument);
    case "BinaryExpression":
      return ["+", "-", "*"].includes(node.operator) && isInteger(node.left) && isInteger(node.right);
    case "ParenthesizedExpression":
      return isInteger(node.expression);
    case "CallExpression": {
      const { callee } = node;
      if (callee.type !== "MemberExpression" || !isNamed(callee.object, "Math")) return false;
      const name = propertyOf(callee);
      return ROUNDING.has(name) || (CHOOSING.has(name) && node.arguments.every(isInteger));
    }
    default:
      return false;
  }
}

function isNamed(node, name) {
  return node.type === "Identifier" && node.name === name;
}

function propertyOf({ property, computed }) {
  if (!computed) return property.name;
  return property.type === "Literal" ? property.value : "pow"; // Math[name] may be anything
}

export default { meta: { name: "portable" }, rules: { powers: portablePowers } };
