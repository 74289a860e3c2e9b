import { h } from "./dom.ts";
import { typeset } from "./typeset.ts";

/** What a claim says, as its file under proofs/ has it. */
export interface ClaimText {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  readonly hypotheses: readonly string[];
}

/** Shows what claims say, in a dialog over the page. */
export class ClaimDialog {
  readonly #claims: ReadonlyMap<string, ClaimText>;
  readonly #body = h("div");
  readonly element: HTMLDialogElement;

  constructor(claims: readonly ClaimText[]) {
    this.#claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.element = h(
      "dialog",
      {
        class: "claim",
        "aria-labelledby": "claim-title",
        onclick: (event: MouseEvent) => {
          if (event.target === this.element) this.element.close();
        },
      },
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => this.element.close() }, "×"),
      this.#body,
    );
  }

  /** A button that names a claim and opens it. */
  link(id: string): HTMLButtonElement {
    return h("button", { type: "button", class: "claim-link", "data-claim": id, onclick: () => this.open(id) }, id);
  }

  open(id: string): void {
    const { title, statement, hypotheses, source } = this.#claims.get(id)!;
    this.#body.replaceChildren(
      h("p", { class: "id" }, id),
      h("h2", { id: "claim-title" }, typeset(title)),
      h("p", {}, typeset(statement)),
      h("h3", {}, "where"),
      h(
        "ul",
        {},
        hypotheses.map((hypothesis) => h("li", {}, typeset(hypothesis))),
      ),
      h(
        "p",
        { class: "source" },
        `${source.charAt(0).toUpperCase()}${source.slice(1)}. Its proof and checks: `,
        h("code", {}, `proofs/${id}.ts`),
      ),
      h("p", { class: "source" }, "To check it: ", h("code", {}, `npx sd-theorems check ${id}`)),
    );
    this.element.showModal();
  }
}
