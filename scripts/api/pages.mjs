// Makes TypeDoc's pages shorter and plainer. A plugin: TypeDoc calls load.
import { Converter, ReflectionKind } from "typedoc";
import { MarkdownPageEvent } from "typedoc-plugin-markdown";

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    // What an error has of Error goes without saying.
    const members = project.getReflectionsByKind(ReflectionKind.Constructor | ReflectionKind.Property);
    for (const each of members) {
      if (/^\w*Error\./.test(each.inheritedFrom?.name ?? each.overwrites?.name ?? "")) {
        project.removeReflection(each);
      }
    }
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      if (parameter.name === "__namedParameters") parameter.name = nameByType(parameter.type);
    }
  });
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    page.contents = tidy(page.contents);
  });
}

// A parameter that is taken apart has no name of its own: `NoiseBlock` is called "block", an object in place "options".
function nameByType(type) {
  if (type?.type === "reference" && type.name === "Pick") return nameByType(type.typeArguments[0]);
  const [last] = /[A-Z][a-z]*$/.exec(type?.type === "reference" ? type.name : "") ?? ["options"];
  return last.toLowerCase();
}

/** The signature says what is returned, unless there are words for it. */
const BARE_RETURNS = /^#+ Returns\n\n[^\n]+\n\n(?=#|<a |\*\*\*|$)/gm;

function tidy(text) {
  return text
    .replaceAll(BARE_RETURNS, "")
    .replaceAll("| `undefined` |", "| |")
    .replaceAll(/ \| - \|$/gm, " | |")
    .replaceAll(/(\n\n\*\*\*)+\n\n(?=## |$)/g, "\n\n");
}
