// Remembers what the reader chose to be shown, and keeps what is read in its place when annotations come or go.
"use strict";

for (const form of document.querySelectorAll(".switches form")) {
  let kept;
  let at;

  // Before the switch works: the annotation or the claim at the top of the window.
  const look = () => {
    kept = [...document.querySelectorAll(".passage, .annotation")].findLast((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return top < innerHeight / 4 && bottom > innerHeight / 8;
    });
    at = kept?.getBoundingClientRect().top;
  };
  for (const type of ["pointerdown", "keydown"]) form.addEventListener(type, look);

  form.addEventListener("change", () => {
    try {
      const states = [...form.elements].filter((box) => box.type === "checkbox").map((box) => [box.id, box.checked]);
      localStorage.setItem("shown", JSON.stringify({ ...JSON.parse(localStorage.getItem("shown")), ...Object.fromEntries(states) }));
    } catch {
      // It is only forgotten.
    }
    if (!kept) return;
    if (kept.checkVisibility()) scrollBy(0, kept.getBoundingClientRect().top - at);
    else kept.closest(".passage").scrollIntoView();
    look();
  });
}
