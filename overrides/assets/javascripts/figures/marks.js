// The marks of a drawing, each of which shows a value of the table below it.

const NEAR = 64; // pixels from a mark, within which it is meant

/**
 * @param {Element} mark
 * @param {string} name "line" or "column"
 * @returns {number} where in the table its value stands
 */
export function place(mark, name) {
  return Number(mark.getAttribute(`data-${name}`));
}

/** @type {(box: Element) => Element[]} the marks of the drawing that is seen, in the order of the table */
export function marksIn(box) {
  const seen = [...box.querySelectorAll("svg")].find((drawing) => drawing.getClientRects().length);
  const marks = [...(seen?.querySelectorAll("[data-line]") ?? [])];
  return marks.sort((one, other) =>
    place(one, "line") - place(other, "line") || place(one, "column") - place(other, "column")
  );
}

/**
 * @param {Element} box
 * @param {number} x in pixels from the left of the window
 * @param {number} y in pixels from its top
 * @returns {Element | undefined} the mark that is nearest to the place; of several at the same distance the smallest
 */
export function nearest(box, x, y) {
  /** @type {{ one: Element, far: number, area: number } | undefined} */
  let found;
  for (const one of marksIn(box)) {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    const far = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const area = width * height;
    if (far <= NEAR && (!found || far < found.far || (far === found.far && area < found.area))) {
      found = { one, far, area };
    }
  }
  return found?.one;
}
