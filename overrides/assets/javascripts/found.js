// Where a result of the search opens, the words that were looked for are marked, in that passage alone.
"use strict";

(() => {
  const MOST = 20; // words
  const PASSAGES = "section.claim, aside.annotation, figure, .entry, .event, .reference";
  const address = new URL(location);
  const wanted = (address.searchParams.get("h") ?? "").split(" ").filter(Boolean).slice(0, MOST);
  const passage = document.getElementById(address.hash.slice(1))?.closest(PASSAGES) ?? document.querySelector("article");

  // So that what is copied from the address bar is the passage's own.
  if (address.searchParams.has("h")) {
    address.searchParams.delete("h");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers refuse it to pages from disk.
    }
  }
  if (!wanted.length || !passage) return;

  const letters = wanted.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const pattern = new RegExp(`(^|[^\\p{L}\\p{N}])(${letters})(?![\\p{L}\\p{N}])`, "giu");
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style, svg, button, select")) continue;
    for (const { index, 0: all, 1: before } of node.data.matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, index + before.length);
      range.setEnd(node, index + all.length);
      found.push(range);
    }
  }
  // The last first, since marking one cuts its text in two.
  for (const range of found.reverse()) {
    const mark = document.createElement("mark");
    mark.className = "found";
    range.surroundContents(mark);
  }
})();
