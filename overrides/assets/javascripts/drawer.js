// The theme opens the contents of narrow screens by a label. With this it is a button for every key and every ear.
"use strict";

{
  const box = document.getElementById("__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const tell = () => label.setAttribute("aria-expanded", box.checked);
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  tell();
  box.addEventListener("change", tell);
  label.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    label.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    label.focus();
  });
}
