// The theme changes the color scheme while a press on its button is being answered, and what is painted next has to wait until
// all of a long page has been styled anew. Here the button changes first, and once that has been painted, the page.

const palette = document.querySelector("[data-md-component=palette]");

palette?.addEventListener("change", (event) => {
  if (!event.isTrusted) return; // not the reader's, but for the theme
  event.stopPropagation();
  const input = /** @type {HTMLInputElement} */ (event.target);
  for (const label of palette.querySelectorAll("label")) label.hidden = label !== input.nextElementSibling;
  requestAnimationFrame(() => setTimeout(() => input.dispatchEvent(new Event("change"))));
}, true);
