// Where the control that copies a quotation is shown.

/** @import { Piece } from "./selection.js" */

const EDGE = 8; // pixels between the control and the edges of the window
const BELOW = 6; // pixels between it and the selection
const BELOW_HANDLE = 32; // the same on touch screens, where a handle stands below the selection

/**
 * Places the control below the end of the selection: browsers set their own menu above it, and on touch screens a handle at it.
 *
 * @param {HTMLElement} control
 * @param {Piece} last of what is selected
 */
export function placeAfter(control, last) {
  const { node, end } = last;
  const point = document.createRange();
  point.setStart(node, end - 1);
  point.setEnd(node, end);
  const box = point.getBoundingClientRect();
  const gap = matchMedia("(any-pointer: coarse)").matches ? BELOW_HANDLE : BELOW;
  const top = Math.max(EDGE, Math.min(box.bottom + gap, innerHeight - control.offsetHeight - EDGE));
  const width = document.documentElement.clientWidth - control.offsetWidth - EDGE;
  const left = Math.max(EDGE, Math.min(box.right - control.offsetWidth / 2, width));
  control.style.setProperty("--top", `${top + scrollY}px`);
  control.style.setProperty("--left", `${left + scrollX}px`);
}
