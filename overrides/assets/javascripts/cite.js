// Adds ease to the citations that a page or a sheet holds anyway: one press copies, the reader's style is remembered, and a
// passage's sheet opens in place. Nothing runs before a panel comes into view or a control is pressed.
"use strict";

const citing = (() => {
  const { element } = shared;
  const STORED = "citation-style";
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

  // Storage may be forbidden; then each page begins with the first style.
  const style = () => {
    try {
      return localStorage.getItem(STORED) ?? "";
    } catch {
      return "";
    }
  };

  const remember = (key) => {
    try {
      localStorage.setItem(STORED, key);
    } catch {
      // It is only forgotten.
    }
  };

  // The day of access is the reader's today; the build leaves it open.
  const fill = (root) => {
    const today = new Date();
    const month = today.getMonth();
    const words = { mon: SHORT[month], month: MONTHS[month], day: today.getDate(), year: today.getFullYear() };
    for (const accessed of root.querySelectorAll(".accessed")) {
      accessed.textContent = accessed.dataset.form.replace(/\{(\w+)\}/g, (_, word) => words[word]);
    }
  };

  // What a word processor can use of a citation: italics and small capitals, without our class names.
  const rich = (source) => {
    const copy = source.cloneNode(true);
    for (const span of copy.querySelectorAll("span")) {
      if (span.className === "small-caps") span.style.fontVariant = "small-caps";
      else span.replaceWith(...span.childNodes);
      span.removeAttribute("class");
    }
    return `<span>${copy.innerHTML}</span>`;
  };

  // Rich and plain text at once, so that each program takes what it can; true if the clipboard has it.
  const copy = async (text, html) => {
    try {
      if (html && window.ClipboardItem && navigator.clipboard.write) {
        const parts = { "text/plain": text, "text/html": html };
        const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
        return true;
      }
    } catch {
      // Some browsers refuse rich text alone.
    }
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  const say = (status, words) => {
    status.textContent = ""; // so that the same words are spoken again
    requestAnimationFrame(() => (status.textContent = words));
  };

  const addCopy = (source, name, status, html) => {
    const button = element("button", { type: "button", class: "cite__copy" }, "Copy", element("span", { class: "for-ears" }, ` ${name}`));
    button.addEventListener("click", async () => {
      if (await copy(source.textContent.trim(), html?.(source))) return say(status, `Copied: ${name}`);
      getSelection().selectAllChildren(source);
      say(status, "Selected; press Ctrl+C or ⌘C to copy");
    });
    source.after(" ", button);
  };

  const enhance = (root) => {
    if (root.querySelector(".cite__status")) return;
    fill(root);
    const status = element("p", { class: "cite__status", role: "status" });
    root.append(status);
    for (const details of root.querySelectorAll(".cite__style")) {
      const name = details.querySelector("summary").textContent;
      addCopy(details.querySelector(".cite__string"), `citation, ${name}`, status, rich);
      details.querySelector("summary").addEventListener("click", () => details.open || remember(details.dataset.style));
      if (details.dataset.style === style()) {
        details.parentElement.prepend(details);
        details.open = true;
      }
    }
    for (const source of root.querySelectorAll("[data-copy]")) addCopy(source, source.dataset.copy, status);
  };

  // --- A passage's sheet, opened in place ---

  let panel;
  let opener;
  let dismissed = false; // by a press on its own control, which shall not open it again

  const makePanel = () => {
    const attributes = { class: "cite-panel cite md-typeset", popover: "", role: "dialog", tabindex: "-1", "aria-labelledby": "cite-panel" };
    const made = element("div", attributes);
    made.addEventListener("toggle", (event) => {
      if (event.target !== made || event.newState === "open") return;
      if (document.activeElement === document.body || made.contains(document.activeElement)) opener.focus({ preventScroll: true });
    });
    made.addEventListener("toggle", (event) => event.target === made || place(), true); // a disclosure changes its height
    document.body.append(made);
    return made;
  };

  const load = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
    for (const link of main.querySelectorAll("[href]")) link.href = new URL(link.getAttribute("href"), response.url);
    return document.importNode(main, true);
  };

  // Below its control or above it, or else beside it; small screens have it at their foot (cite.css).
  const place = () => {
    const control = opener.getBoundingClientRect();
    const [width, height] = [panel.offsetWidth, panel.offsetHeight];
    const within = (start, size, all) => Math.max(8, Math.min(start, all - size - 8));
    const fits = [control.bottom + 8, control.top - 8 - height].find((top) => top === within(top, height, innerHeight));
    const top = fits ?? within(control.bottom + 8, height, innerHeight);
    const beside = control.left - 8 - width < 8 ? control.right + 8 : control.left - 8 - width;
    const left = within(fits === undefined ? beside : control.left, width, document.documentElement.clientWidth);
    panel.style.setProperty("--top", `${top + scrollY}px`);
    panel.style.setProperty("--left", `${left + scrollX}px`);
  };

  const open = async (link) => {
    opener = link;
    try {
      const sheet = await load(link.href);
      panel ??= makePanel();
      const close = element("button", { type: "button", class: "cite__close", "aria-label": "Close" }, "×");
      close.addEventListener("click", () => panel.hidePopover());
      const heading = element("h2", { id: "cite-panel" }, sheet.querySelector("h1").textContent);
      sheet.querySelector("h1").remove();
      panel.replaceChildren(heading, close, ...sheet.children);
      enhance(panel);
      panel.showPopover({ source: link });
      place();
      panel.focus({ preventScroll: true });
    } catch {
      location.assign(link.href);
    }
  };

  document.addEventListener("pointerdown", (event) => {
    dismissed = Boolean(panel?.matches(":popover-open") && opener.contains(event.target));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite__open");
    const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || !("popover" in HTMLElement.prototype)) return;
    event.preventDefault();
    if (!dismissed) open(link);
    dismissed = false;
  });

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        seen.unobserve(target);
        enhance(target);
      }
    },
    { rootMargin: "50%" },
  );
  for (const root of document.querySelectorAll("[data-cite]")) seen.observe(root);

  return { copy, fill, load, rich, style };
})();
