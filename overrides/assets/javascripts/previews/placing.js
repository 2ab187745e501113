// Where a preview is shown.

import { EDGE, putAt } from "../shared/placing.js";

/** @import { Link } from "../shared/links.js" */

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
  putAt(shown, last.left, isBelow ? box.bottom + EDGE : box.top - EDGE - shown.offsetHeight);
}
