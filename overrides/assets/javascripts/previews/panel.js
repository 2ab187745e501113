// The panel of the previews: shown at a link and hidden, at once or a little later. What is exported as a variable is changed here
// alone.

import { element } from "../shared/element.js";
import { gettext } from "../shared/texts.js";
import { place } from "./placing.js";

/** @import { Link } from "../shared/links.js" */
/** @typedef {(to: Link) => Promise<Node[] | undefined>} PartsOf makes what a preview holds; nothing, where there is nothing to show */

const REST = 150; // milliseconds until a preview opens
const GRACE = 300; // milliseconds until it closes, so that the pointer can come to it

/** @type {HTMLElement | undefined} */
export let panel;
/** @type {Link | undefined} whose preview is shown, or was last */
export let link;
/** @type {Link | undefined} which got the focus back and opens nothing again */
export let quiet;
let isByPointer = false; // whether it was opened by the pointer, and so closes when that leaves
/** @type {Link | undefined} whose preview is to be shown */
let wanted;
let isWantedByPointer = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let closed = -Infinity; // when, in milliseconds of the page

/** @returns {boolean} whether a preview is shown */
export function isOpen() {
  return panel?.matches(":popover-open") ?? false;
}

/** @type {(to: Link | undefined) => boolean} whether its preview is shown */
export function isOpenAt(to) {
  return to !== undefined && to === link && isOpen();
}

/** @returns {boolean} whether one was shown a moment ago, so that none opens by itself where it was */
export function isJustClosed() {
  return performance.now() - closed < GRACE;
}

/** @type {(node: EventTarget | null) => boolean} whether it is in the preview */
export function isInside(node) {
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

/** @returns {boolean} whether one is to be shown that the pointer has not asked for, and so does not call off in passing */
export function isAwaited() {
  return wanted !== undefined && !isWantedByPointer;
}

/** Lets the preview that is shown stay, and shows no other. */
export function stay() {
  clearTimeout(timer);
  wanted = undefined;
}

export function hide() {
  stay();
  quiet = undefined;
  if (isOpen()) panel?.hidePopover();
}

/** The pointer is neither in the preview nor on a link: what it has opened or was to open is not wanted any more. */
export function leave() {
  if (isOpen() && !isByPointer) return;
  stay();
  if (isOpen()) timer = setTimeout(hide, GRACE);
}

/** @type {(to: Link, byPointer: boolean) => void} */
function want(to, byPointer) {
  wanted = to;
  isWantedByPointer = byPointer;
}

/**
 * Shows the preview of a link.
 *
 * @param {Link} to the link
 * @param {boolean} byPointer whether the pointer rests on it
 * @param {PartsOf} partsOf
 * @returns {Promise<boolean>} true if it is shown, or is no longer wanted
 */
export async function show(to, byPointer, partsOf) {
  want(to, byPointer);
  const parts = await partsOf(to).catch(() => undefined);
  if (wanted !== to) return true;
  wanted = undefined;
  if (!parts) return false;
  const shown = panel ??= makePanel();
  link?.removeAttribute("aria-details");
  link = to;
  isByPointer = byPointer;
  const close = element("button", { type: "button", class: "preview__close", "aria-label": gettext("Close") }, "×");
  close.addEventListener("click", hide);
  shown.replaceChildren(...parts, close);
  shown.showPopover();
  shown.scrollTop = 0;
  place(shown, to);
  to.setAttribute("aria-details", "preview");
  return true;
}

/**
 * Shows the preview of a link, unless the reader has gone on until then.
 *
 * @param {Link} to the link
 * @param {boolean} byPointer whether the pointer rests on it
 * @param {PartsOf} partsOf
 */
export function showSoon(to, byPointer, partsOf) {
  stay();
  want(to, byPointer);
  timer = setTimeout(show, REST, to, byPointer, partsOf);
}
