// Where a preview is shown.

/** @import { Link } from "../shared/links.js" */

const EDGE = 8; // pixels between it and the edges of the window
const LEAST = 100; // pixels that it may be high, whatever the room

/**
 * Places the preview below its link or above it, where there is more room, so that neither is out of sight.
 *
 * @param {HTMLElement} shown the panel
 * @param {Link} at the link
 */
export function place(shown, at) {
  const box = at.getBoundingClientRect();
  const last = [...at.getClientRects()].at(-1) ?? box; // of its lines
  const above = box.top - 2 * EDGE;
  const below = innerHeight - box.bottom - 2 * EDGE;
  shown.style.setProperty("--most", `${innerHeight}px`);
  const isBelow = shown.offsetHeight <= below || below >= above;
  shown.style.setProperty("--most", `${Math.max(isBelow ? below : above, LEAST)}px`);
  const top = isBelow ? box.bottom + EDGE : box.top - EDGE - shown.offsetHeight;
  const lowest = innerHeight - shown.offsetHeight - EDGE;
  const rightmost = document.documentElement.clientWidth - shown.offsetWidth - EDGE;
  shown.style.setProperty("--top", `${Math.max(EDGE, Math.min(top, lowest)) + scrollY}px`);
  shown.style.setProperty("--left", `${Math.max(EDGE, Math.min(last.left, rightmost)) + scrollX}px`);
}
