/**
 * The colours of report and pictures, in both themes. The hues are Okabe and Ito's, which colour-blind readers tell apart,
 * made darker on light paper and lighter on dark until text in them has a contrast of at least 4.5 to 1. Areas are paler, and
 * differ in lightness too.
 */
export const palette = {
  light: {
    paper: "#fffefb",
    raised: "#f6f4ee",
    ink: "#1d2126",
    muted: "#59616b",
    rule: "#d9d5ca",
    link: "#00558c",
    blue: "#0067a6",
    green: "#00734f",
    orange: "#b04600",
    purple: "#93417a",
    yellow: "#7a5c00",
    "area-green": "#86d3b6",
    "area-blue": "#cfe5f5",
    "area-grey": "#e6e3dc",
    "area-orange": "#f0a36f",
  },
  dark: {
    paper: "#14181d",
    raised: "#1d232a",
    ink: "#e5e8ec",
    muted: "#a2abb6",
    rule: "#38414b",
    link: "#7cc0f5",
    blue: "#66b5f0",
    green: "#45cc9c",
    orange: "#ff9d5c",
    purple: "#e39acb",
    yellow: "#e6c645",
    "area-green": "#11705a",
    "area-blue": "#1d4668",
    "area-grey": "#353b43",
    "area-orange": "#8f430f",
  },
} as const;

export type Theme = keyof typeof palette;

/** CSS declarations of a theme's colours. */
export function colours(theme: Theme): string {
  return Object.entries(palette[theme])
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}
