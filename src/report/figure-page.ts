import { drawing, type Figure, NARROW, swatch, WIDE } from "./figures/index.ts";
import { Markup, markup } from "./markup.ts";
import { prose } from "./prose.ts";

/** A picture with its number, legend and caption, drawn for wide columns and for phones; the style sheet shows one. */
export function figurePage(figure: Figure, number: number): Markup {
  const { id, title, caption, legend } = figure;
  const entries = legend.map(
    (entry) =>
      markup`<li><svg width="30" height="18" aria-hidden="true">${swatch(entry)}</svg><span>${prose(entry.text)}</span></li>`,
  );
  const pictures = [WIDE, NARROW].map((layout) => {
    const label = `${title}. ${caption}`;
    const svg = drawing(figure, layout).replace("<svg ", markup`<svg role="img" aria-label="${label}" `.text);
    return markup`<div class="${layout.name}">${new Markup(svg)}</div>\n`;
  });
  return markup`<figure id="figure-${id}"><p class="figure-title"><b>Figure ${number}.</b> ${prose(title)}</p>
<ul class="legend">${entries}</ul>
${pictures}<figcaption>${prose(caption)}</figcaption></figure>
`;
}
