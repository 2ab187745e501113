// Offers to copy a selection together with its citation. Fetched with the first selection (first-use.js), after cite.js, whose
// citations it copies; what is copied is worked out by quotation.js, which is fetched with the first offer.
"use strict";

(() => {
  const { element, load } = shared;
  const ARTICLE = ".md-content__inner";
  const LINE = "p, li, dt, dd, tr, h1, h2, h3, h4, caption, figcaption, blockquote, pre, div, section, aside";
  const LONGEST = 10000; // characters: who selects more does not want to quote it
  const LETTER = /[\p{L}\p{N}]/u;
  // What the edition sets around its text is never quoted, or not where the selection only runs over it.
  const NEVER = ".claim__number, .annotation__label, .annotation__date, .cite__open, .cite, .quote, .for-ears, form, button, summary";
  const PASSING = `.claim__facts, .claim__at, .claim__events, .annotation__facts, .event__claims, .entry__facts, .entry__kind,
    .reference__facts, .reference__basis, .reference__uses`;

  const part = ({ node, start, end }) => node.data.slice(start, end);

  // --- What is selected ---

  const isQuoted = (node, range) => {
    const parent = node.parentElement;
    const around = parent.closest(PASSING);
    if (parent.closest(NEVER) || (around && !around.contains(range.commonAncestorContainer))) return false;
    return parent.checkVisibility?.() ?? true;
  };

  // The text nodes of a range, each with the part that is selected; `gap` where something before it was left out.
  const piecesOf = (range) => {
    const top = range.commonAncestorContainer;
    const walker = document.createTreeWalker(top.nodeType === Node.TEXT_NODE ? top.parentNode : top, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let gap = false;
    for (let node; (node = walker.nextNode()) && range.comparePoint(node, 0) <= 0; ) {
      if (!range.intersectsNode(node)) continue;
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      const isBlank = !node.data.slice(start, end).trim();
      if (isBlank && !pieces.length) continue; // a press on a paragraph ends at the start of the next
      const isKept = isQuoted(node, range);
      if (isKept) pieces.push({ node, start, end, gap });
      gap = isKept ? false : gap || !isBlank;
    }
    while (pieces.length && !part(pieces.at(-1)).trim()) pieces.pop();
    if (!pieces.length) return pieces;
    pieces[0].start += part(pieces[0]).search(/\S/);
    pieces.at(-1).end -= part(pieces.at(-1)).length - part(pieces.at(-1)).trimEnd().length;
    return pieces;
  };

  // --- Copying ---

  const loaded = () => load("quotation.js");

  // Where the clipboard is closed to scripts, as it is without https, it is still open while the browser itself copies.
  const copyByEvent = ({ text, html }) => {
    const set = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
    };
    document.addEventListener("copy", set, true);
    const isCopied = document.execCommand("copy");
    document.removeEventListener("copy", set, true);
    return isCopied;
  };

  // --- The control ---

  let control;
  let status;
  let button;
  let pieces = [];
  let timer;
  let isTabbed = false; // whether the key has been pressed since the selection was made
  let isHinted = false;

  const say = (words, isSeen) => {
    status.classList.toggle("for-ears", !isSeen);
    status.textContent = "";
    requestAnimationFrame(() => {
      status.textContent = words;
      if (control.isConnected) place();
    });
  };

  const press = async () => {
    try {
      await loaded();
    } catch {
      return say("Could not copy: the citation did not load", true);
    }
    const copied = await quotation.compose(pieces);
    const isCopied = (await citing.copy(copied.text, copied.html)) || copyByEvent(copied);
    say(isCopied ? `Copied with the citation of ${copied.name}` : "Could not copy: this browser does not allow it here", true);
  };

  const prepare = () => loaded().then(() => quotation.prepare(pieces), () => {}); // the press says what went wrong

  const make = () => {
    button = element("button", { type: "button", class: "quote__copy" }, "Copy with citation");
    status = element("span", { class: "quote__status for-ears", role: "status" });
    control = element("span", { class: "quote", popover: "manual" }, button, status);
    control.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays, and so does the focus
    button.addEventListener("click", press);
    button.addEventListener("pointerenter", prepare);
    button.addEventListener("focus", prepare);
  };

  // Below the end of the selection: browsers set their own menu above it, and on touch screens a handle at it.
  const place = () => {
    const end = document.createRange();
    end.setStart(pieces.at(-1).node, pieces.at(-1).end - 1);
    end.setEnd(pieces.at(-1).node, pieces.at(-1).end);
    const box = end.getBoundingClientRect();
    const gap = matchMedia("(any-pointer: coarse)").matches ? 32 : 6;
    const top = Math.max(8, Math.min(box.bottom + gap, innerHeight - control.offsetHeight - 8));
    const width = document.documentElement.clientWidth - control.offsetWidth - 8;
    control.style.setProperty("--top", `${top + scrollY}px`);
    control.style.setProperty("--left", `${Math.max(8, Math.min(box.right - control.offsetWidth / 2, width)) + scrollX}px`);
  };

  const onKey = (event) => {
    if (event.key === "Escape") hide();
    if (event.key !== "Tab" || isTabbed) return;
    isTabbed = true;
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || control.contains(document.activeElement)) return;
    event.preventDefault(); // browsers go on from where a selection began; next in order is what follows it
    button.focus();
  };

  const hide = () => {
    if (!control?.isConnected) return;
    control.hidePopover();
    control.remove();
    document.removeEventListener("keydown", onKey);
    window.removeEventListener("resize", place);
  };

  // At the end of the selection's block, so that it is the next thing in the order of reading too.
  const show = () => {
    if (!control) make();
    const block = pieces.at(-1).node.parentElement.closest(LINE);
    isTabbed = false;
    if (control.parentElement !== block) {
      hide();
      block.append(control);
      control.showPopover();
      document.addEventListener("keydown", onKey);
      window.addEventListener("resize", place);
    }
    say(isHinted ? "" : "The Tab key leads to “Copy with citation”", false);
    isHinted = true;
    place();
    loaded().catch(() => {});
  };

  const isEqual = (one, other) => one?.node === other.node && one.start === other.start && one.end === other.end;

  const offer = () => {
    if (document.querySelector(":active")) return wait(); // the mouse still selects
    const selection = getSelection();
    const range = !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : undefined;
    const top = range?.commonAncestorContainer;
    const isOurs = (top?.closest ? top : top?.parentElement)?.closest(ARTICLE);
    const selected = isOurs && range.toString().length < LONGEST ? piecesOf(range) : [];
    if (!selected.some((piece) => LETTER.test(part(piece)))) return hide();
    const isSame = isEqual(pieces[0], selected[0]) && isEqual(pieces.at(-1), selected.at(-1));
    pieces = selected;
    if (!control?.isConnected || !isSame) show(); // what it said of the same words stays
  };

  const wait = (time = 200) => {
    clearTimeout(timer);
    timer = setTimeout(offer, time);
  };

  document.addEventListener(
    "selectionchange",
    () => {
      const isCollapsed = getSelection().isCollapsed;
      if (isCollapsed && !control?.isConnected) return clearTimeout(timer);
      // A tap on the control may take the selection away; what it said is still read.
      wait(isCollapsed && status.textContent && !status.classList.contains("for-ears") ? 4000 : 200);
    },
    { passive: true },
  );
  wait(); // for the selection with which it was fetched
})();
