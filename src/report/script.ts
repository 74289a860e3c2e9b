/**
 * What a report does in a browser: the theme can be switched, boxes that scroll can be reached by keyboard, and nothing is
 * folded away on paper. All of it reads the same without.
 */
export const script = `
(() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    show();
  });
  dark.addEventListener("change", show);
  show();

  const reach = (box) => {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", "Equation, wider than its box");
    } else if (box.hasAttribute("tabindex")) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  };
  const boxes = [...document.querySelectorAll(".math")];
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));
  boxes.forEach((box) => observer.observe(box));
  // What is out of view is not laid out, and so not observed: it is looked at when there is nothing else to do.
  const later = window.requestIdleCallback ?? ((action) => setTimeout(action, 50));
  const reachAll = (next = 0) =>
    later(() => {
      const end = performance.now() + 10;
      while (next < boxes.length && performance.now() < end) reach(boxes[next++]);
      if (next < boxes.length) reachAll(next);
    });
  addEventListener("load", () => reachAll());
  document.fonts.addEventListener("loadingdone", () => reachAll());

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
`;
