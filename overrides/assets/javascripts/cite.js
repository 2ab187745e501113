// Adds ease to the citations that a page or a citation page holds anyway: one press copies, the reader's style is remembered, and a
// passage's citation page opens in place. Nothing runs before a panel comes into view or a control is pressed.

import { enhance } from "./citing/copy-buttons.js";
import { readCitationPage } from "./citing/citation-pages.js";
import { offerCite } from "./citing/source-links.js";
import { element } from "./shared/element.js";
import { isPlainPress, linkAround } from "./shared/links.js";
import { EDGE, putAt, within } from "./shared/placing.js";
import { gettext } from "./shared/texts.js";

/** @type {HTMLElement | undefined} */
let panel;
/** @type {HTMLAnchorElement} */
let opener;
let isDismissed = false; // by a press on its own control, which shall not open it again

/** @returns {HTMLElement} the panel, not yet shown */
function makePanel() {
  const made = element("div", {
    class: "cite-panel cite md-typeset",
    popover: "",
    role: "dialog",
    tabindex: "-1",
    "aria-labelledby": "cite-panel",
  });
  made.addEventListener("toggle", (event) => {
    if (event.target !== made || event.newState === "open") return;
    const at = document.activeElement;
    if (at === document.body || made.contains(at)) opener.focus({ preventScroll: true });
  });
  made.addEventListener("toggle", ({ target }) => target === made || place(made), true); // a disclosure changes its height
  made.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a:not([download])")) made.hidePopover(); // it would cover where that leads
  });
  document.body.append(made);
  addEventListener("resize", () => made.matches(":popover-open") && place(made));
  return made;
}

/**
 * Places the panel below its control or above it, or else beside it; small screens have it at their foot (cite-panel.css).
 *
 * @param {HTMLElement} shown the panel
 */
function place(shown) {
  const control = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  const tops = [control.bottom + EDGE, control.top - EDGE - height];
  const fitting = tops.find((top) => top === within(top, height, innerHeight));
  const beside = control.left - EDGE - width < EDGE ? control.right + EDGE : control.left - EDGE - width;
  putAt(shown, fitting === undefined ? beside : control.left, fitting ?? tops[0]);
}

/**
 * Shows the citation page to which a control leads, or goes there if it cannot be shown.
 *
 * @param {HTMLAnchorElement} link the control
 */
async function open(link) {
  opener = link;
  try {
    const citationPage = await readCitationPage(link.href);
    const shown = panel ??= makePanel();
    const title = citationPage.querySelector("h1");
    const heading = element("h2", { id: "cite-panel" }, title?.textContent ?? "");
    title?.remove();
    const close = element("button", { type: "button", class: "cite__close", "aria-label": gettext("Close") }, "×");
    close.addEventListener("click", () => shown.hidePopover());
    shown.replaceChildren(heading, close, ...citationPage.children);
    enhance(shown);
    shown.showPopover({ source: link });
    place(shown);
    shown.focus({ preventScroll: true });
  } catch {
    location.assign(link.href);
  }
}

document.addEventListener("pointerdown", ({ target }) => {
  const isOpen = panel?.matches(":popover-open") ?? false;
  isDismissed = isOpen && target instanceof Node && opener.contains(target);
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented) return; // held back until the styles are there as well, and then done again
  const link = linkAround(event.target, "a.cite__open");
  if (!(link instanceof HTMLAnchorElement) || !isPlainPress(event)) return;
  event.preventDefault();
  if (!isDismissed) open(link);
  isDismissed = false;
});

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      enhance(target);
    }
  },
  { rootMargin: "50%" },
);
for (const root of document.querySelectorAll("[data-cite]")) seen.observe(root);

for (const { id, children } of document.querySelectorAll("article .reference")) {
  for (const part of children) if (part.matches(".reference__facts")) offerCite(part, id);
}
