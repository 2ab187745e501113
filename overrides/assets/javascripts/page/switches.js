// Remembers what the reader chose to be shown, and keeps what is read in its place when annotations come or go.

import { recall, remember } from "../shared/storage.js";

const SHOWN = "shown"; // partials/switches.html reads it
const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".switches form"));

/** @type {Element | undefined} the annotation or the claim at the top of the window, before a switch works */
let kept;
let top = 0; // its distance from the top of the window, in pixels

function look() {
  kept = [...document.querySelectorAll(".passage, .annotation")].findLast((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return top < innerHeight / 4 && bottom > innerHeight / 8;
  });
  top = kept?.getBoundingClientRect().top ?? 0;
}

function keepPlace() {
  if (!kept) return;
  if (kept.checkVisibility()) scrollBy(0, kept.getBoundingClientRect().top - top);
  else kept.closest(".passage")?.scrollIntoView();
  look();
}

/** @returns {Record<string, boolean>} which boxes were checked on the pages before; none, where that cannot be read */
function chosenBefore() {
  try {
    return JSON.parse(recall(SHOWN) || "{}");
  } catch {
    return {};
  }
}

function keepChoice() {
  const boxes = [...form?.querySelectorAll("input") ?? []];
  const chosen = Object.fromEntries(boxes.map(({ id, checked }) => [id, checked]));
  remember(SHOWN, JSON.stringify({ ...chosenBefore(), ...chosen }));
}

if (form) {
  for (const type of ["pointerdown", "keydown"]) form.addEventListener(type, look);
  form.addEventListener("change", () => {
    keepChoice();
    keepPlace();
  });
}
