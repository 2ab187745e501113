// Shows in place what a citation, a term or a link to a claim, an annotation or a figure points to: when the pointer rests on
// it, when the keyboard comes to it, and at the first tap. The link stays what it is; where nothing can be fetched it just works.
// Fetched when the first link is pointed at (main.js); what is shown is made by preview-contents.js, when it is first shown.

import { place } from "./previews/placing.js";
import { element } from "./shared/element.js";
import { addressOf, linkAround } from "./shared/links.js";

/** @import { Link } from "./shared/links.js" */

const LINKS =
  ".md-content :is([role=doc-biblioref], .term, [href*='#claim-'], [href*='#annotation-'], [href*='#figure-'])";
const LISTS = ".ledger, .glance__claims, .everything"; // of links that say what they lead to: there a tap follows at once
const REST = 150; // milliseconds until a preview opens
const GRACE = 300; // milliseconds until it closes, so that the pointer can come to it

/** @type {HTMLElement | undefined} */
let panel;
/** @type {Link | undefined} whose preview is shown, or was last */
let link;
let isByPointer = false; // whether it was opened by the pointer, and so closes when that leaves
/** @type {Link | undefined} whose preview is to be shown */
let wanted;
/** @type {Link | undefined} whose preview was shown as a press on it began, which closes it before there is a click */
let pressed;
/** @type {Link | undefined} which got the focus back and opens nothing again */
let quiet;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let closed = -Infinity; // when, in milliseconds of the page

/** @returns {boolean} whether a preview is shown */
function isOpen() {
  return panel?.matches(":popover-open") ?? false;
}

/**
 * @param {EventTarget | null} node
 * @returns {boolean} whether it is in the preview
 */
function isInside(node) {
  return node instanceof Node && (panel?.contains(node) ?? false);
}

/** @returns {HTMLElement} the panel, not yet shown */
function makePanel() {
  const made = element("div", {
    id: "preview",
    class: "preview md-typeset",
    popover: "",
    role: "dialog",
    tabindex: "-1",
    "aria-labelledby": "preview-name",
  });
  made.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open") return;
    closed = performance.now();
    link?.removeAttribute("aria-details");
    if (!isInside(document.activeElement)) return;
    quiet = link;
    link?.focus({ preventScroll: true });
  });
  document.body.append(made);
  addEventListener("resize", () => {
    if (link && isOpen()) place(made, link);
  });
  return made;
}

function forget() {
  clearTimeout(timer);
  wanted = undefined;
}

function hide() {
  forget();
  if (isOpen()) panel?.hidePopover();
}

/**
 * Shows the preview of a link.
 *
 * @param {Link} to the link
 * @param {boolean} byPointer whether the pointer rests on it
 * @returns {Promise<boolean>} true if it is shown, or is no longer wanted
 */
async function show(to, byPointer) {
  wanted = to;
  let parts;
  try {
    const { previewOf } = await import("./preview-contents.js");
    parts = await previewOf(to, addressOf(to));
  } catch {
    return false;
  }
  if (wanted !== to) return true;
  if (!parts) return false;
  const shown = panel ??= makePanel();
  link?.removeAttribute("aria-details");
  link = to;
  isByPointer = byPointer;
  const close = element("button", { type: "button", class: "preview__close", "aria-label": "Close" }, "×");
  close.addEventListener("click", hide);
  shown.replaceChildren(...parts, close);
  shown.showPopover();
  shown.scrollTop = 0;
  place(shown, to);
  to.setAttribute("aria-details", "preview");
  return true;
}

/** @returns {boolean} whether another panel, which the reader has opened, is not to be closed by a pointer in passing */
function isTaken() {
  return isInside(document.activeElement) || Boolean(document.querySelector(":popover-open:not(#preview)"));
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch" || performance.now() - closed < GRACE) return;
  const to = linkAround(target, LINKS);
  if (isInside(target) || (to && to === link && isOpen())) return clearTimeout(timer);
  if (isTaken()) return;
  if (to) {
    forget();
    timer = setTimeout(show, REST, to, true);
  } else if (!isOpen()) {
    if (wanted !== document.activeElement) forget();
  } else if (isByPointer) {
    clearTimeout(timer);
    timer = setTimeout(hide, GRACE);
  }
});

document.addEventListener("focusin", ({ target }) => {
  const to = linkAround(target, LINKS);
  if (isInside(target) || (to && (to === quiet || (to === link && isOpen())))) return;
  quiet = undefined;
  hide();
  if (to?.matches(":focus-visible") && !isTaken()) timer = setTimeout(show, REST, to, false);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || !panel || !isOpen()) return;
  const stops = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll("a[href], button")]);
  const at = document.activeElement;
  const isFirst = at === panel || at === stops[0];
  if (at === link && !event.shiftKey) {
    event.preventDefault();
    stops[0].focus();
  } else if (isFirst && event.shiftKey) {
    event.preventDefault();
    link?.focus({ preventScroll: true });
  } else if (at === stops.at(-1) && !event.shiftKey) {
    hide(); // gives the focus back to the link, from which the key goes on to what follows
  }
});

document.addEventListener("pointerdown", ({ target }) => {
  const to = linkAround(target, LINKS);
  pressed = to === link && isOpen() ? to : undefined;
});

document.addEventListener("click", async (event) => {
  const { defaultPrevented, target } = event;
  if (defaultPrevented) return; // held back until the styles are there as well, and then done again
  if (target instanceof Element && isInside(target)) {
    if (!target.closest("a")) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // the focus follows the link
    hide();
    return;
  }
  const to = linkAround(target, LINKS);
  if (!to) return;
  const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
  if (!isTouch || to.closest(LISTS) || to === pressed) return hide();
  event.preventDefault();
  if (!(await show(to, false))) location.assign(addressOf(to));
  else if (isOpen()) panel?.focus({ preventScroll: true });
});
