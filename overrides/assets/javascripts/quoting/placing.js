// Where the control that copies a quotation is shown.

import { putAt } from "../shared/placing.js";

/** @import { Piece } from "./selection.js" */

const BELOW = 6; // pixels between the control and the selection
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
  putAt(control, box.right - control.offsetWidth / 2, box.bottom + gap);
}
