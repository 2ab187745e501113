// The theme opens the contents of narrow screens by a label. With this there is a button in it for every key and every ear.

import { element } from "../shared/element.js";

const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const label = document.querySelector(".md-header [for=__drawer]");

if (box && label) {
  const button = element("button", { type: "button" }, ...label.childNodes);
  const tell = () => (button.ariaExpanded = String(box.checked));
  label.removeAttribute("tabindex");
  label.append(button);
  tell();
  box.addEventListener("change", tell);
  button.addEventListener("click", () => box.click());
  addEventListener("pagehide", () => box.checked && box.click()); // so that it is closed where the reader comes back
  // The contents would lie over what has the focus, where that goes on to the page.
  document.addEventListener("focusin", ({ target }) => {
    if (box.checked && target instanceof Element && target.closest(".md-content, .md-footer")) box.click();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
}
