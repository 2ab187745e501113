// The theme opens the contents of narrow screens by a label. With this there is a button in it for every key and every ear.

const box = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"));
const label = document.querySelector(".md-header [for=__drawer]");

if (box && label) {
  const button = document.createElement("button");
  const tell = () => (button.ariaExpanded = String(box.checked));
  const close = () => box.checked && box.click();
  label.removeAttribute("tabindex");
  button.append(...label.childNodes);
  label.append(button);
  tell();
  box.addEventListener("change", tell);
  button.addEventListener("click", () => box.click());
  addEventListener("pagehide", close); // so that it is closed where the reader comes back
  // The contents would lie over what has the focus, where that goes on to the page.
  document.querySelector(".md-content")?.addEventListener("focusin", close);
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !box.checked) return;
    close();
    button.focus();
  });
}
