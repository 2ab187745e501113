// The theme opens the contents of narrow screens by a label. With this there is a button in it for every key and every ear.
"use strict";

{
  const box = document.getElementById("__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const button = shared.element("button", { type: "button" }, ...label.childNodes);
  const tell = () => button.setAttribute("aria-expanded", box.checked);
  label.removeAttribute("tabindex");
  label.append(button);
  tell();
  box.addEventListener("change", tell);
  button.addEventListener("click", () => box.click());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
}
