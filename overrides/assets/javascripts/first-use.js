// Fetches what many visits never need when it is first of use: previews, citations, the search, what is marked or quoted. What the
// reader did to ask for it is then done again, so that the first time is like every other.
"use strict";

{
  const { load } = shared;
  const PREVIEW = ["preview.js", "preview.css"];
  const CITE = ["cite.js"];
  const LINKS = ".md-content a[href*='#']";
  const OPENERS = "a.cite__open";
  const SEARCH = new URL("../../search/", document.currentScript.src);

  // --- Links that a script answers: until it is there their press is held back; if it cannot be had they just work ---

  const isThere = new Set();
  const again = new WeakSet(); // events that were done again

  const bring = async (event, link, files) => {
    const isPress = event.type === "click";
    if (isPress) event.preventDefault();
    try {
      await load(...files);
      isThere.add(files);
    } catch {
      if (isPress) location.assign(link.href);
      return;
    }
    if (event.type === "pointerover" && !link.matches(":hover")) return;
    if (event.type === "focusin" && document.activeElement !== link) return;
    const same = new event.constructor(event.type, event);
    again.add(same);
    event.target.dispatchEvent(same);
  };

  const watch = (files, selector, types, isMeant) => {
    for (const type of types) {
      document.addEventListener(type, (event) => {
        const link = !isThere.has(files) && !again.has(event) && event.target.closest?.(selector);
        if (link && isMeant(event)) bring(event, link, files);
      });
    }
  };

  const isPlain = (event) => !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const hasPopover = "popover" in HTMLElement.prototype;

  if (hasPopover) {
    watch(PREVIEW, LINKS, ["pointerover", "focusin", "click"], (event) =>
      event.type === "click" ? event.pointerType === "touch" && isPlain(event) : event.pointerType !== "touch",
    );
    watch(CITE, OPENERS, ["click"], isPlain);
  }

  // --- The strings of a citation, when they come near ---

  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      load(...CITE).catch(() => {}); // each string can be selected without it
    },
    { rootMargin: "50%" },
  );
  for (const root of document.querySelectorAll("[data-cite]")) near.observe(root);

  // --- A selection, and words that were looked for ---

  const quote = () => {
    const { isCollapsed, anchorNode } = getSelection();
    if (isCollapsed || !anchorNode.parentElement?.closest(".md-content")) return;
    document.removeEventListener("selectionchange", quote);
    load(...CITE, "quote.js", "quote.css").catch(() => document.addEventListener("selectionchange", quote));
  };
  if (hasPopover) document.addEventListener("selectionchange", quote, { passive: true });

  if (new URLSearchParams(location.search).has("h")) load("found.js");

  // --- The search, when it is opened ---

  const field = document.forms.find?.elements.query;
  const toggle = document.getElementById("__search");
  const say = () => (document.querySelector(".md-search-result__meta").textContent = "The search could not be loaded");
  // Its worker starts before the script that asks it, and the index is on its way to the browser's cache before the worker asks
  // for it, so that a distant server is waited for once and not three times. From disk there is no worker.
  const startWorker = () => {
    const worker = new searchWorker.Worker(new URL("search.js", SEARCH));
    worker.addEventListener("error", say);
    fetch(new URL("search_index.json", SEARCH)).catch(() => {});
    return worker;
  };
  const search = () => {
    if (location.protocol !== "file:") searchWorker.own ??= startWorker();
    load("search.js").catch(say);
  };
  field?.addEventListener("focus", search);
  toggle?.addEventListener("change", search);
  if (field && (toggle.checked || document.activeElement === field)) search();
}
