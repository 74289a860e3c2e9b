import { h } from "./dom.ts";

const KEY = "sd-theorems-theme";
const DARK = "(prefers-color-scheme: dark)";

/** A button that turns the page light or dark: as the system is until it is pressed, and then as it was left. */
export function themeButton(): HTMLButtonElement {
  const button = h("button", { type: "button", class: "theme", onclick: () => set(isDark() ? "light" : "dark") });
  const set = (theme: "light" | "dark"): void => {
    remember(theme);
    document.documentElement.dataset["theme"] = theme;
    say();
  };
  const say = (): void => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `${isDark() ? "Light" : "Dark"} colours`);
  };
  const left = remembered();
  if (left !== null) document.documentElement.dataset["theme"] = left;
  matchMedia(DARK).addEventListener("change", say);
  say();
  return button;
}

function isDark(): boolean {
  const theme = document.documentElement.dataset["theme"];
  return theme === undefined ? matchMedia(DARK).matches : theme === "dark";
}

// A page opened from a file, or in a private window, may have no storage.
function remembered(): "light" | "dark" | null {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : null;
  } catch {
    return null;
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Then it is forgotten when the page is closed.
  }
}
