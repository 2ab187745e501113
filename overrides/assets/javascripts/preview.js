// Shows in place what a citation, a term or a link to a claim, an annotation or a figure points to: when the pointer rests on
// it, when the keyboard comes to it, and at the first tap. The link stays what it is; where nothing can be fetched it just works.
// Fetched when the first link is pointed at (main.js); what is shown is made by preview-contents.js, when it is first shown.

import {
  hide,
  isAwaited,
  isInside,
  isJustClosed,
  isOpen,
  isOpenAt,
  leave,
  link,
  panel,
  quiet,
  show,
  showSoon,
  stay,
} from "./previews/panel.js";
import { addressOf, isTouch, linkAround } from "./shared/links.js";

/** @import { PartsOf } from "./previews/panel.js" */
/** @import { Link } from "./shared/links.js" */

const LINKS =
  ".md-content :is([role=doc-biblioref], .term, [href*='#claim-'], [href*='#annotation-'], [href*='#figure-'])";
const LISTS = ".ledger, .glance__claims, .everything"; // of links that say what they lead to: there a tap follows at once

/** @type {Link | undefined} whose preview was shown as a press on it began, which closes it before there is a click */
let pressed;

/** @type {PartsOf} */
async function partsOf(to) {
  const { previewOf } = await import("./preview-contents.js");
  return previewOf(to, addressOf(to));
}

/** @returns {boolean} whether another panel, which the reader has opened, is not to be closed by a pointer in passing */
function isTaken() {
  return isInside(document.activeElement) || Boolean(document.querySelector(":popover-open:not(#preview)"));
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch" || isJustClosed()) return;
  const to = linkAround(target, LINKS);
  if (isInside(target) || isOpenAt(to)) return stay();
  if (isTaken() || isAwaited()) return; // for the page may have moved below the pointer, as the focus came to a link
  if (to) showSoon(to, true, partsOf);
  else leave();
});

document.addEventListener("focusin", ({ target }) => {
  const to = linkAround(target, LINKS);
  if (isInside(target) || (to && to === quiet) || isOpenAt(to)) return;
  hide();
  if (to?.matches(":focus-visible") && !isTaken()) showSoon(to, false, partsOf);
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
  pressed = isOpenAt(to) ? to : undefined;
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
  if (!isTouch(event) || to.closest(LISTS) || to === pressed) return hide();
  event.preventDefault();
  if (!(await show(to, false, partsOf))) location.assign(addressOf(to));
  else if (isOpen()) panel?.focus({ preventScroll: true });
});
