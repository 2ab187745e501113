// Shows in place what a citation, a term or a link to a claim, an annotation or a figure points to: when the pointer rests on
// it, when the keyboard comes to it, and at the first tap. The link stays what it is; where nothing can be fetched it just works.
// Fetched when the first link is pointed at (first-use.js); what is shown is made by preview-contents.js, when one is to be shown.
"use strict";

(() => {
  const { element, load } = shared;
  const LINKS = ".md-content :is([role=doc-biblioref], .term, [href*='#claim-'], [href*='#annotation-'], [href*='#figure-'])";
  const LISTS = ".ledger, .glance__claims, .everything"; // of links that say what they lead to: there a tap follows at once
  const REST = 150; // milliseconds until a preview opens
  const GRACE = 300; // and until it closes, so that the pointer can come to it
  const EDGE = 8; // pixels between it and the edges of the window

  let panel;
  let link; // whose preview is shown, or was last
  let hovered; // whether it was opened by the pointer, and so closes when that leaves
  let wanted; // the link whose preview is to be shown
  let quiet; // the link that got the focus back and opens nothing again
  let timer;
  let closed = -Infinity; // when, in milliseconds of the page

  const isOpen = () => panel?.matches(":popover-open");
  const isInside = (node) => panel?.contains(node);
  const address = (to) => new URL(to.getAttribute("href"), document.baseURI);

  const contents = async (to) => {
    await load("preview-contents.js");
    return previewContents(to, address(to));
  };

  // --- Where it is shown ---

  const makePanel = () => {
    const attributes = { id: "preview", class: "preview md-typeset", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "preview-name" };
    const made = element("div", attributes);
    made.addEventListener("beforetoggle", ({ newState }) => {
      if (newState === "open") return;
      closed = performance.now();
      link.removeAttribute("aria-details");
      if (!isInside(document.activeElement)) return;
      quiet = link;
      link.focus({ preventScroll: true });
    });
    document.body.append(made);
    addEventListener("resize", () => isOpen() && place());
    return made;
  };

  // Below the link or above it, where there is more room, so that neither it nor the link is out of sight.
  const place = () => {
    const box = link.getBoundingClientRect();
    const last = [...link.getClientRects()].at(-1);
    const above = box.top - 2 * EDGE;
    const below = innerHeight - box.bottom - 2 * EDGE;
    panel.style.setProperty("--most", `${innerHeight}px`);
    const isBelow = panel.offsetHeight <= below || below >= above;
    panel.style.setProperty("--most", `${Math.max(isBelow ? below : above, 100)}px`);
    const top = isBelow ? box.bottom + EDGE : box.top - EDGE - panel.offsetHeight;
    const right = document.documentElement.clientWidth - panel.offsetWidth - EDGE;
    panel.style.setProperty("--top", `${Math.max(EDGE, Math.min(top, innerHeight - panel.offsetHeight - EDGE)) + scrollY}px`);
    panel.style.setProperty("--left", `${Math.max(EDGE, Math.min(last.left, right)) + scrollX}px`);
  };

  const forget = () => {
    clearTimeout(timer);
    wanted = undefined;
  };

  const hide = () => {
    forget();
    if (isOpen()) panel.hidePopover();
  };

  // True if it is shown, or is no longer wanted.
  const show = async (to, byPointer) => {
    wanted = to;
    let parts;
    try {
      parts = await contents(to);
    } catch {
      return false;
    }
    if (wanted !== to) return true;
    if (!parts) return false;
    panel ??= makePanel();
    link?.removeAttribute("aria-details");
    link = to;
    hovered = byPointer;
    const close = element("button", { type: "button", class: "preview__close", "aria-label": "Close" }, "×");
    close.addEventListener("click", hide);
    panel.replaceChildren(...parts, close);
    panel.showPopover();
    panel.scrollTop = 0;
    place();
    link.setAttribute("aria-details", "preview");
    return true;
  };

  // Another panel, which the reader has opened, is not to be closed by a pointer in passing.
  const isTaken = () => isInside(document.activeElement) || document.querySelector(":popover-open:not(#preview)");

  // --- What opens and closes it ---

  const linkOf = (target) => target.closest?.(LINKS);

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch" || performance.now() - closed < GRACE) return;
    const to = linkOf(target);
    if (isInside(target) || (to && to === link && isOpen())) return clearTimeout(timer);
    if (isTaken()) return;
    if (to) {
      forget();
      timer = setTimeout(show, REST, to, true);
    } else if (!isOpen()) {
      if (wanted !== document.activeElement) forget();
    } else if (hovered) {
      clearTimeout(timer);
      timer = setTimeout(hide, GRACE);
    }
  });

  document.addEventListener("focusin", ({ target }) => {
    const to = linkOf(target);
    if (isInside(target) || (to && (to === quiet || (to === link && isOpen())))) return;
    quiet = undefined;
    hide();
    if (to?.matches(":focus-visible") && !isTaken()) timer = setTimeout(show, REST, to);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !isOpen()) return;
    const stops = [...panel.querySelectorAll("a[href], button")];
    const at = document.activeElement;
    const isFirst = at === panel || at === stops[0];
    if (at === link && !event.shiftKey) {
      event.preventDefault();
      stops[0].focus();
    } else if (isFirst && event.shiftKey) {
      event.preventDefault();
      link.focus({ preventScroll: true });
    } else if (at === stops.at(-1) && !event.shiftKey) {
      hide(); // gives the focus back to the link, from which the key goes on to what follows
    }
  });

  document.addEventListener("click", async (event) => {
    if (isInside(event.target)) {
      if (!event.target.closest("a")) return;
      document.activeElement.blur(); // the focus follows the link, and does not go back
      return hide();
    }
    const to = linkOf(event.target);
    if (!to) return;
    const isSecond = to === link && (isOpen() || performance.now() - closed < GRACE);
    if (event.pointerType !== "touch" || to.closest(LISTS) || isSecond) return hide();
    event.preventDefault();
    if (!(await show(to))) location.assign(address(to));
    else if (isOpen()) panel.focus({ preventScroll: true });
  });
})();
