// Reads out the values of a figure, each with its unit and all else that its row says, from the table below it: the one that the
// pointer or a finger is nearest to, or one after another by the arrow keys. Without it the table says the same.
// It is fetched when a drawing is first pointed at or comes into focus, and stands in pages to embed, without the theme.

import { marksIn, nearest, place } from "./figures/marks.js";
import { element } from "./shared/element.js";

const BOX = ".figure__drawings";
const HEADER = 56; // pixels at the top of the window, which the header may cover
const GAP = 22; // pixels between a mark and what is said of it
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A value that is read out.
 *
 * @typedef {object} Reading
 * @property {HTMLElement} box of the drawings
 * @property {Element} mark that shows the value
 * @property {HTMLElement} panel in which it is said
 */

/** @type {Reading | undefined} */
let reading;

function close() {
  reading?.panel.remove();
  reading?.mark.removeAttribute("data-read");
  reading = undefined;
}

/** @type {(name: string, ...children: (Node | string)[]) => HTMLParagraphElement} */
function paragraph(name, ...children) {
  return element("p", { class: `figure__${name}` }, ...children);
}

/** @type {(reading: Reading) => void} what the row of the mark says: the value in front, at the end its note and its sources */
function fill({ box, mark, panel }) {
  const table = box.closest("figure")?.querySelector("table");
  const heads = [...(table?.querySelectorAll("th") ?? [])];
  const cells = [...(table?.querySelector(`[data-row="${place(mark, "line")}"]`)?.children ?? [])];
  const [column, notes] = [place(mark, "column"), cells.length - 2];
  const text = (/** @type {Element | undefined} */ cell) => cell?.textContent ?? "";
  const several = heads.filter((head) => head.dataset.unit).length > 1;
  const [value, unit] = [text(cells[column]), heads[column]?.dataset.unit];
  const facts = cells.flatMap((cell, at) => {
    const isFact = text(cell) && at !== column && !heads[at]?.dataset.unit && at < notes;
    return isFact ? [`${text(heads[at])}: ${text(cell)}`] : [];
  });
  const said = unit && several ? `${text(heads[column])}: ${value}` : `${value} ${unit ?? ""}`;
  const [note, source] = cells.slice(notes);
  panel.replaceChildren(paragraph("value-said", said), paragraph("value-facts", facts.join("; ")));
  if (text(note)) panel.append(paragraph("value-facts", text(note)));
  panel.append(paragraph("value-facts", `${text(heads.at(-1))}: `, ...(source?.cloneNode(true).childNodes ?? [])));
}

/** @type {(reading: Reading) => void} puts the panel above the mark, or below it where there is no room in the window */
function put({ box, mark, panel }) {
  const around = box.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  const left = (at.left + at.right - panel.offsetWidth) / 2 - around.left;
  const isAbove = at.top - panel.offsetHeight - GAP > HEADER;
  const top = isAbove ? at.top - panel.offsetHeight - GAP : at.bottom + GAP;
  panel.style.setProperty("--left", `${Math.max(0, Math.min(left, around.width - panel.offsetWidth))}px`);
  panel.style.setProperty("--top", `${top - around.top}px`);
}

/**
 * @param {Element} box
 * @param {Element | undefined} mark to read out, if it is not the one that is
 */
function read(box, mark) {
  if (!mark || mark === reading?.mark || !(box instanceof HTMLElement)) return;
  if (reading?.box !== box) close();
  reading?.mark.removeAttribute("data-read");
  const panel = reading?.panel ?? element("div", { class: "figure__value", role: "status" });
  reading = { box, mark, panel };
  mark.setAttribute("data-read", "");
  if (!panel.parentNode) box.append(panel);
  fill(reading);
  put(reading);
}

/** @param {PointerEvent} event */
function point({ target, clientX, clientY }) {
  if (!(target instanceof Element) || reading?.panel.contains(target)) return;
  const box = target.closest(BOX);
  if (box) read(box, nearest(box, clientX, clientY));
}

/** @type {(target: EventTarget | null) => boolean} whether it is in the figure that is read out */
function isInside(target) {
  return target instanceof Node && Boolean(reading?.box.contains(target));
}

document.addEventListener("pointerover", point);
document.addEventListener("pointermove", point);
document.addEventListener("pointerdown", (event) => isInside(event.target) ? point(event) : close());
document.addEventListener("pointerout", ({ pointerType, relatedTarget }) => {
  if (pointerType === "mouse" && !isInside(relatedTarget) && !isInside(document.activeElement)) close();
});

document.addEventListener("focusin", ({ target }) => {
  if (!isInside(target)) close();
  if (target instanceof Element && target.matches(`${BOX}:focus-visible`)) read(target, marksIn(target)[0]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
  const { target, key } = event;
  if (!(target instanceof Element) || !target.matches(BOX)) return;
  const marks = marksIn(target);
  const at = reading ? marks.indexOf(reading.mark) : -1;
  const to = { Home: 0, End: marks.length - 1 }[key] ?? at + (STEPS[key] ?? NaN);
  if (Number.isNaN(to)) return;
  event.preventDefault();
  read(target, marks[Math.max(0, Math.min(to, marks.length - 1))]);
});
addEventListener("resize", close);
