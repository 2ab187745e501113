// A page that comes back from the browser's cache is as it was left. What the reader has chosen since, on other pages, is to hold on
// it too. Fetched when a page comes back (main.js); what is done is what the reader would do, so that all else follows.

import { recall } from "./shared/storage.js";

/** @typedef {{ __md_get: (name: string) => { index: number } | null }} Theme what its script in the page has made known */

function restoreShown() {
  const form = document.querySelector(".switches form");
  const boxes = /** @type {NodeListOf<HTMLInputElement> | undefined} */ (form?.querySelectorAll("input")) ?? [];
  form?.dispatchEvent(new Event("pointerdown")); // so that the place is kept
  const shown = JSON.parse(recall("shown") || "{}"); // as partials/switches.html reads it
  for (const box of boxes) box.checked = shown[box.id] ?? box.checked;
  form?.dispatchEvent(new Event("change"));
}

function restoreScheme() {
  const { __md_get } = /** @type {Theme} */ (/** @type {unknown} */ (globalThis));
  const input = document.querySelectorAll("[data-md-component=palette] input")[__md_get("__palette")?.index ?? 0];
  if (input?.nextElementSibling?.hasAttribute("hidden")) input.dispatchEvent(new Event("change"));
}

/** Gives the page what the reader has chosen, of what is shown and of colors. */
export function restore() {
  restoreScheme();
  restoreShown();
}
