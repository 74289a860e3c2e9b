import { type CallExpression, type Expression, type Node, parse, type Program, type SpreadElement } from "acorn";
import { simple } from "acorn-walk";

/** What a module loads, as far as its text says. */
export interface References {
  /** By `import` and `export … from`, and by `import(…)` of a literal. */
  readonly imports: readonly string[];
  /** By `require(…)` of a literal, also of what `createRequire` gives. */
  readonly requires: readonly string[];
  /** What `new URL(…, import.meta.url)` names: data that is read, or a module that is loaded in another way. */
  readonly files: readonly string[];
  /** Lines on which something is loaded whose name is computed. */
  readonly computed: readonly number[];
}

/**
 * Reads what a module loads from its text: an ECMAScript module, or else a CommonJS one.
 *
 * @throws SyntaxError where it is neither.
 */
export function referencesIn(text: string): References {
  const program = parsed(text);
  const found = { imports: new Set<string>(), requires: new Set<string>(), files: new Set<string>() };
  const computed = new Set<number>();
  const makers = new Set(["createRequire", ...makersIn(program)]);
  const requirers = new Set(["require", ...requirersIn(program, makers)]);
  const followed = followedIn(program);
  const add = (to: Set<string>, given: Expression | SpreadElement | undefined, at: Node): void => {
    const literal = given === undefined ? null : textOf(given);
    if (literal !== null) to.add(literal);
    // A URL is among the files, wherever it stands.
    else if (given === undefined || urlOf(given) === null) computed.add(lineOf(at));
  };
  const fromSource = ({ source }: { readonly source?: Expression | null }): void => {
    if (source) found.imports.add(textOf(source)!);
  };
  simple(program, {
    ImportDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ImportExpression: (node) => add(found.imports, node.source, node),
    CallExpression: (node) => {
      if (loads(node, requirers, makers)) add(found.requires, node.arguments[0], node);
      // A require that is kept under no name of its own, as in a list, may load anything.
      if (makesRequire(node, makers) && !followed.has(node)) computed.add(lineOf(node));
    },
    NewExpression: (node) => {
      const file = urlOf(node);
      if (file !== null) found.files.add(file);
      // What it runs is found from the working folder, unless a URL says where it is.
      const [runs] = node.arguments;
      if (nameOf(node.callee) === "Worker" && (runs === undefined || urlOf(runs) === null)) computed.add(lineOf(node));
    },
  });
  const { imports, requires, files } = found;
  return { imports: [...imports], requires: [...requires], files: [...files], computed: [...computed] };
}

function parsed(text: string): Program {
  const options = { ecmaVersion: "latest", locations: true, allowHashBang: true } as const;
  try {
    return parse(text, { ...options, sourceType: "module" });
  } catch (error) {
    try {
      return parse(text, { ...options, sourceType: "script", allowReturnOutsideFunction: true });
    } catch {
      throw error;
    }
  }
}

// import { createRequire as … }
function makersIn(program: Program): string[] {
  const names: string[] = [];
  simple(program, {
    ImportDeclaration: ({ specifiers }) => {
      for (const each of specifiers) {
        if (each.type === "ImportSpecifier" && nameOf(each.imported) === "createRequire") names.push(each.local.name);
      }
    },
  });
  return names;
}

// const load = createRequire(…), or = require, under whatever name.
function requirersIn(program: Program, makers: Names): string[] {
  const names: string[] = [];
  const isRequire = (node: Expression): boolean => makesRequire(node, makers) || nameOf(node) === "require";
  simple(program, {
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && init && isRequire(init)) names.push(id.name);
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type === "Identifier" && isRequire(right)) names.push(left.name);
    },
  });
  return names;
}

// What is kept under a name, or called at once: of these it is known what they load.
function followedIn(program: Program): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  simple(program, {
    VariableDeclarator: ({ id, init }) => {
      if (id.type === "Identifier" && init) nodes.add(init);
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type === "Identifier") nodes.add(right);
    },
    CallExpression: ({ callee }) => {
      nodes.add(callee);
    },
  });
  return nodes;
}

function lineOf(node: Node): number {
  return node.loc!.start.line;
}

type Names = ReadonlySet<string>;

function makesRequire(node: Node, makers: Names): boolean {
  return node.type === "CallExpression" && makers.has(nameOf((node as CallExpression).callee) ?? "");
}

function loads({ callee }: CallExpression, requirers: Names, makers: Names): boolean {
  if (callee.type === "Identifier") return requirers.has(callee.name);
  if (callee.type === "CallExpression") return makesRequire(callee, makers);
  // module.require
  return callee.type === "MemberExpression" && nameOf(callee) === "require";
}

function nameOf(node: Node): string | null {
  const { type, name, property, computed } = node as Node & { name?: string; property?: Node; computed?: boolean };
  if (type === "Identifier") return name!;
  return type === "MemberExpression" && computed === false ? nameOf(property!) : null;
}

/** The text of a literal, or of a template without a substitution; null for anything else. */
function textOf(node: Expression | SpreadElement): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]!.value.cooked ?? null;
}

/** What `new URL("…", import.meta.url)` names, also with `.href` or `.toString()` after it; null for anything else. */
function urlOf(node: Expression | SpreadElement): string | null {
  if (node.type === "MemberExpression") return node.object.type === "Super" ? null : urlOf(node.object);
  if (node.type === "CallExpression") return node.callee.type === "MemberExpression" ? urlOf(node.callee) : null;
  if (node.type !== "NewExpression" || nameOf(node.callee) !== "URL") return null;
  const [path, base] = node.arguments;
  const isBesideIt = base?.type === "MemberExpression" && base.object.type === "MetaProperty" && nameOf(base) === "url";
  return path !== undefined && isBesideIt ? textOf(path) : null;
}
