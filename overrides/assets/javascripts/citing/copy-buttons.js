// Buttons that copy the citations of a page or a citation page.

import { copyText } from "../shared/clipboard.js";
import { element } from "../shared/element.js";
import { gettext } from "../shared/texts.js";
import { chooseStyle, chosenStyle, fillAccessed, richText } from "./citations.js";

/** @type {(status: Element, words: string) => void} says something to everyone */
function say(status, words) {
  status.textContent = ""; // so that the same words are spoken again
  requestAnimationFrame(() => (status.textContent = words));
}

/**
 * Adds a button that copies an element's text.
 *
 * @param {Element} source
 * @param {string} name of what is copied
 * @param {Element} status that says whether it was
 * @param {(source: Element) => string} [html] makes what is copied as rich text
 */
function addCopy(source, name, status, html) {
  const ears = element("span", { class: "visually-hidden" }, ` ${name}`);
  const button = element("button", { type: "button", class: "cite__copy" }, gettext("Copy"), ears);
  button.addEventListener("click", async () => {
    const isCopied = await copyText(source.textContent?.trim() ?? "", html?.(source));
    if (isCopied) return say(status, gettext("Copied: %(name)s", { name }));
    getSelection()?.selectAllChildren(source);
    say(status, gettext("Selected; press Ctrl+C or ⌘C to copy"));
  });
  source.after(" ", button);
}

/**
 * Adds to the citations of a page or a citation page what a script can.
 *
 * @param {Element} root that holds them
 */
export function enhance(root) {
  fillAccessed(root);
  const status = element("p", { class: "cite__status", role: "status" });
  root.append(status);
  for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll(".cite__style"))) {
    const summary = details.querySelector("summary");
    const string = details.querySelector(".cite__string");
    const { style = "" } = details.dataset;
    if (!summary || !string) continue;
    addCopy(string, gettext("citation, %(style)s", { style: summary.textContent ?? "" }), status, richText);
    summary.addEventListener("click", () => details.open || chooseStyle(style));
    if (style === chosenStyle()) {
      details.parentElement?.prepend(details);
      details.open = true;
    }
  }
  for (const source of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-copy]"))) {
    addCopy(source, source.dataset.copy ?? "", status);
  }
}
