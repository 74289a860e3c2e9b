import { InvalidInput } from "../../src/data/portable.ts";
import { LogisticView } from "../logistic/view.ts";
import type { Shipped } from "../problem/presets.ts";
import { Settings } from "../problem/setting.ts";
import { RidgeView } from "../ridge/view.ts";
import { formatLink, parseLink } from "../state/link.ts";
import { DEFAULTS, type State } from "../state/state.ts";
import type { Assistant } from "../work/assistant.ts";
import { ClaimDialog, type ClaimText } from "./claims.ts";
import { fill, h } from "./dom.ts";
import { Tabs } from "./tabs.ts";
import { themeButton } from "./theme.ts";
import type { View } from "./view.ts";

/** Milliseconds between two pictures of answers as they come in. */
const BETWEEN_ANSWERS = 60;

/** All of the page: one state, shown by the view of its model, and kept in the address. */
export class App {
  readonly #settings: Settings;
  readonly #views: Readonly<Record<State["model"], View>>;
  readonly #tabs: Tabs<State["model"]>;
  readonly #claims: ClaimDialog;
  readonly #notice = h("div", { class: "notice", role: "status" });
  #state: State = DEFAULTS;
  #due = false;
  #laterDue: ReturnType<typeof setTimeout> | null = null;
  #addressDue: ReturnType<typeof setTimeout> | null = null;
  /** The link that was read or written last. */
  #address = "";

  constructor(shipped: Shipped & { readonly claims: readonly ClaimText[] }, assistant: Assistant) {
    this.#settings = new Settings(shipped);
    const claims = new ClaimDialog(shipped.claims);
    this.#claims = claims;
    const shell = { change: (change: Partial<State>) => this.#change(change), refresh: () => this.#refreshLater() };
    this.#views = {
      ridge: new RidgeView(shell, this.#settings, assistant, claims),
      logistic: new LogisticView(shell, assistant, claims),
    };
    this.#tabs = new Tabs({ ridge: "Ridge regression", logistic: "Logistic regression" }, (model) =>
      this.#change({ model }),
    );
  }

  /** Takes over an element of the page, and shows what the address says. */
  open(root: HTMLElement): void {
    const panels = Object.entries(this.#views).map(([model, { controls, results }]) =>
      this.#tabs.panel(model as State["model"], controls, results),
    );
    root.replaceChildren(
      h(
        "header",
        {},
        h(
          "div",
          { class: "title" },
          h("h1", {}, "Self-distillation under label noise"),
          h("p", {}, "When should a student unlearn its labels? The theory, computed as you look."),
        ),
        this.#tabs.element,
        h("div", { class: "actions" }, this.#copyButton(), themeButton()),
      ),
      h("main", {}, this.#notice, panels),
      this.#claims.element,
    );
    addEventListener("hashchange", () => this.#readAddress());
    this.#readAddress();
  }

  /** Says that what is computed apart from the page went wrong: curves still follow the sliders. */
  warn(message: string): void {
    fill(
      this.#notice,
      h("strong", {}, "Something went wrong; what is proved or simulated may be missing:"),
      ` ${message}`,
    );
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    fill(this.#notice);
    this.#refresh();
    // Not at each step of a slider: browsers refuse to have the address changed that often.
    if (this.#addressDue !== null) clearTimeout(this.#addressDue);
    this.#addressDue = setTimeout(() => this.#writeAddress(), 150);
  }

  // At most once a frame, however many changes and answers come in.
  #refresh(): void {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#tabs.show(this.#state.model);
      this.#views[this.#state.model].show(this.#state);
    });
  }

  // Answers may come in at every frame; a person's doings are what is to be shown at once.
  #refreshLater(): void {
    if (this.#laterDue !== null) return;
    this.#laterDue = setTimeout(() => {
      this.#laterDue = null;
      this.#refresh();
    }, BETWEEN_ANSWERS);
  }

  #readAddress(): void {
    this.#address = location.hash;
    const { state, complaints } = parseLink(location.hash);
    this.#state = state;
    const all = [...complaints];
    try {
      this.#settings.of(state);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      all.push(error.message);
      this.#state = { ...state, problem: DEFAULTS.problem };
    }
    this.#complain(all);
    this.#refresh();
  }

  #complain(complaints: readonly string[]): void {
    if (complaints.length === 0) {
      fill(this.#notice);
      return;
    }
    fill(
      this.#notice,
      h("strong", {}, "Some of this link could not be read, and is as by default:"),
      h(
        "ul",
        {},
        complaints.map((complaint) => h("li", {}, `${complaint}.`)),
      ),
    );
  }

  #writeAddress(): void {
    this.#addressDue = null;
    // Somebody has followed another link, and the page is about to be told: that link is to be read, not overwritten.
    if (location.hash !== this.#address) return;
    history.replaceState(null, "", `#${formatLink(this.#state)}`);
    this.#address = location.hash;
  }

  #copyButton(): HTMLElement {
    const button = h("button", { type: "button", onclick: () => void copy() }, "Copy link");
    const said = h("span", { class: "said", role: "status" });
    const copy = async (): Promise<void> => {
      this.#writeAddress();
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = "copied";
      } catch {
        said.textContent = "the link is in the address bar";
      }
      setTimeout(() => (said.textContent = ""), 2500);
    };
    return h("span", { class: "copy" }, said, button);
  }
}
