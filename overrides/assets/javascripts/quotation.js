// What is copied with a selection: the words in quotation marks, the citation of their passage in the reader's style, and an
// address that opens at the words. Fetched by quote.js with the first selection; the citations are those of cite.js.
"use strict";

const quotation = (() => {
  const ARTICLE = ".md-content__inner";
  const PASSAGE = ".claim, .annotation";
  const LETTER = /[\p{L}\p{N}]/u;
  const LINE = "p, li, dt, dd, tr, h1, h2, h3, h4, caption, figcaption, blockquote, pre, div, section, aside";
  const ITALIC = ["\uE000", "\uE001"]; // stand for <em> while the marks are set

  const clean = (text) => text.replace(/[\u00AD\u200B]/g, "").replace(/\s+/g, " ").trim();
  const escape = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const part = ({ node, start, end }) => node.data.slice(start, end);

  // --- The words ---

  // Within double marks the text's own double marks become single ones, and single ones within those double; a mark whose
  // other half was not selected gets it.
  const requote = (text) => {
    let inner = false;
    let innermost = false;
    let start = "";
    const marked = text
      .replace(/(^|[\s([{“‘–—\uE000])"/g, "$1“")
      .replace(/"/g, "”")
      .replace(/(^|[\s([{“‘–—\uE000])'(?=[\p{L}\uE000])/gu, "$1‘")
      .replace(/'/g, "’")
      .replace(/[“”‘]|’(?!\p{L})/gu, (mark) => {
        if (mark === "“") inner = true;
        else if (mark === "”") [start, inner] = [inner ? start : "‘", false];
        else if (inner && mark === "‘") [innermost, mark] = [true, ""];
        else if (innermost) [innermost, mark] = [false, " "];
        return { "“": "‘", "”": "’", "": "“", " ": "”" }[mark] ?? mark;
      });
    return start + marked + (inner ? "’" : "");
  };

  // The paragraphs of a quotation: each begins with a mark, the last also ends with one.
  const quotationOf = (pieces) => {
    let text = "";
    let line;
    let quoted = null; // the element whose marks the browser draws, so that they are in no text node
    for (const piece of pieces) {
      const parent = piece.node.parentElement;
      const [itsLine, itsQuoted] = [parent.closest(LINE), parent.closest("q")];
      if (quoted && quoted !== itsQuoted) text += "”";
      if (line && line !== itsLine) text += "\n";
      if (itsQuoted && quoted !== itsQuoted) text += "“";
      [line, quoted] = [itsLine, itsQuoted];
      const words = part(piece).replace(/\s+/g, " ");
      text += parent.closest("em, i") && words.trim() ? ITALIC.join(words) : words;
    }
    const paragraphs = requote(quoted ? `${text}”` : text).split("\n").map(clean).filter(Boolean);
    return paragraphs.map((words, index) => `“${words}${index === paragraphs.length - 1 ? "”" : ""}`);
  };

  // --- The passage ---

  const passageOf = ({ node }) => node.parentElement.closest(PASSAGE);
  const anchorOf = (passage) => passage.id || passage.getAttribute("aria-labelledby");

  // claim 8, claims 8–9, annotations 8a–8c, claim 8 to annotation 9b
  const nameOf = (passages) => {
    const [first, last] = [passages[0], passages.at(-1)].map((passage) => anchorOf(passage).split("-"));
    if (passages.length === 1) return first.join(" ");
    const isRow = first[0] === last[0] && (first[0] === "claim" || parseInt(first[1], 10) === parseInt(last[1], 10));
    return isRow ? `${first[0]}s ${first[1]}–${last[1]}` : `${first.join(" ")} to ${last.join(" ")}`;
  };

  // The id to open where the words are not found: of the passage or the entry, else of the heading above.
  const idOf = ({ node }) => {
    for (let element = node.parentElement; !element.matches(ARTICLE); element = element.parentElement) {
      if (element.matches(PASSAGE)) return anchorOf(element);
      if (element.id && !element.matches("a, h1")) return element.id;
      for (let above = element; above; above = above.previousElementSibling) {
        if (above.matches("h2[id], h3[id]")) return above.id;
      }
    }
    return "";
  };

  // --- Its address: https://wicg.github.io/scroll-to-text-fragment/ ---

  const WORDS = 8; // at either end of a long quotation

  const encode = (text) => encodeURIComponent(text).replace(/[-!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const first = (text, count) => text.split(" ").slice(0, count).join(" ");
  const last = (text, count) => text.split(" ").slice(-count).join(" ");
  const squash = (text) => text.replace(/\s+/g, "").toLowerCase();

  // As a browser that looks for text sees it: by how elements are laid out, not by their names.
  const blockOf = (node) => {
    let element = node.parentElement;
    while (/^(inline|contents|ruby)/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  };

  // The text of a block before or behind a point in it, and a way on to the next block.
  const beside = (node, offset, isBehind) => {
    const ours = (text) => (text.parentElement.closest(".quote") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(node.parentElement.closest(ARTICLE), NodeFilter.SHOW_TEXT, ours);
    walker.currentNode = node;
    const block = blockOf(node);
    let text = isBehind ? node.data.slice(offset) : node.data.slice(0, offset);
    let next;
    while ((next = isBehind ? walker.nextNode() : walker.previousNode()) && blockOf(next) === block) {
      text = isBehind ? text + next.data : next.data + text;
    }
    const beyond = () => {
      if (clean(text) || !next) return clean(text);
      return beside(next, isBehind ? 0 : next.length, isBehind).beyond();
    };
    return { text, beyond };
  };

  const segments = (text) => new Intl.Segmenter("en", { granularity: "word" }).segment(text);

  // The selected text of one block, its edges moved to those of whole words, with what stands before and behind it.
  const runOf = (pieces) => {
    const before = beside(pieces[0].node, pieces[0].start, false);
    const behind = beside(pieces.at(-1).node, pieces.at(-1).end, true);
    const text = before.text + pieces.map(part).join("") + behind.text;
    let from = before.text.length;
    let to = text.length - behind.text.length;
    while (from < to && !LETTER.test(text[from])) from += 1;
    while (from < to && !LETTER.test(text[to - 1])) to -= 1;
    if (from < to) {
      const words = segments(text);
      const final = words.containing(to - 1);
      from = words.containing(from).index;
      to = final.index + final.segment.length;
    }
    return {
      text: clean(text.slice(from, to)),
      before: clean(text.slice(0, from)) || before.beyond(),
      behind: clean(text.slice(to)) || behind.beyond(),
    };
  };

  const runsOf = (pieces) => {
    const runs = [];
    let block;
    for (const piece of pieces) {
      if (!part(piece).trim() && blockOf(piece.node) !== block) continue;
      if (piece.gap || blockOf(piece.node) !== block) runs.push([]);
      block = blockOf(piece.node);
      runs.at(-1).push(piece);
    }
    return runs.map(runOf).filter(({ text }) => text);
  };

  // The words themselves, or the first and the last of many, with words around them where they stand elsewhere as well: the
  // titles of claims, for one, stand in the contents too.
  const directiveOf = (pieces) => {
    const page = squash(document.body.textContent);
    const isOnce = (text) => page.split(squash(text)).length <= 2;
    const around = ({ before, behind }, start) =>
      [4, 8, 16].find((count) => isOnce(last(before, count) + start + first(behind, count))) ?? 16;
    let runs = runsOf(pieces);
    runs = runs.slice(Math.max(0, runs.findIndex(({ text }) => isOnce(first(text, WORDS)))));
    if (!runs.length) return "";
    const [head, foot] = [runs[0], runs.at(-1)];
    const isWhole = head === foot && head.text.split(" ").length <= 2 * WORDS;
    const start = isWhole ? head.text : first(head.text, WORDS);
    const end = isWhole ? "" : last(foot.text, WORDS);
    const count = isOnce(start) ? 0 : around(isWhole ? head : { ...head, behind: "" }, start);
    const all = squash(runs.map(({ text }) => text).join(""));
    const isEnd = isWhole ? !count : all.indexOf(squash(end)) === all.length - squash(end).length;
    const before = count && last(head.before, count);
    const behind = !isEnd && first(foot.behind, count || WORDS);
    return [before && `${encode(before)}-`, encode(start), end && encode(end), behind && `-${encode(behind)}`].filter(Boolean).join(",");
  };

  const addressOf = (pieces) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href;
    const page = canonical ?? (location.protocol === "file:" ? "" : location.href.split("#")[0]); // a path of the reader's own is none
    const directive = window.Intl?.Segmenter && directiveOf(pieces);
    const fragment = idOf(pieces[0]) + (directive ? `:~:text=${directive}` : "");
    return page && fragment ? `${page}#${fragment}` : page;
  };

  // --- What is copied ---

  const sheets = new Map();

  const sheetOf = (passage) => {
    const link = passage.querySelector(".cite__open")?.href;
    if (!sheets.has(link)) {
      const failed = () => void sheets.delete(link); // not to be had from a file, for one; the page's own panel then serves
      sheets.set(link, link ? citing.load(link).catch(failed) : Promise.resolve());
    }
    return sheets.get(link);
  };

  const citationIn = (root) => {
    const styles = [...(root?.querySelectorAll(".cite__style") ?? [])];
    const chosen = styles.find(({ dataset }) => dataset.style === citing.style()) ?? styles[0];
    const string = chosen?.querySelector(".cite__string").cloneNode(true) ?? shared.element("p", {}, document.title);
    citing.fill(string);
    return { text: clean(string.textContent), html: citing.rich(string), address: root?.querySelector("[data-copy=address]")?.textContent };
  };

  const passagesOf = (pieces) => [...new Set(pieces.filter((piece) => part(piece).trim()).map(passageOf))];

  // One passage is cited itself. Several, or more than passages, are cited by their page, and named beside the quotation.
  const compose = async (pieces) => {
    const all = passagesOf(pieces);
    const passages = all.filter(Boolean);
    const sheet = all.length === 1 && passages.length ? await sheetOf(all[0]) : undefined;
    const names = passages.length ? nameOf(passages) : "";
    const locator = names && !sheet ? ` (${passages.length < all.length ? "in part " : ""}${names})` : "";
    const quotation = quotationOf(pieces);
    quotation[quotation.length - 1] += locator;
    const citation = citationIn(sheet ?? document.querySelector("section.cite"));
    const address = addressOf(pieces);
    const rich = quotation.map((words) => escape(words).replaceAll(ITALIC[0], "<em>").replaceAll(ITALIC[1], "</em>"));
    const shown = citation.address ? escape(citation.address) : "";
    const isShown = shown && citation.html.includes(shown);
    const link = (words) => `<a href="${escape(address)}">${words}</a>`;
    rich.push(isShown && address ? citation.html.replace(shown, () => link(shown)) : citation.html);
    if (address && !isShown) rich.push(link(escape(address)));
    const plain = quotation.map((words) => words.replace(/[\uE000\uE001]/g, ""));
    return {
      text: [...plain, citation.text, address].filter(Boolean).join("\n"),
      html: rich.map((words) => `<p>${words}</p>`).join(""),
      name: sheet ? names : `this page${locator}`,
    };
  };

  // While the control is pointed at, the sheet that it will need is fetched: some browsers let only a press itself copy.
  const prepare = (pieces) => {
    const [passage, ...others] = passagesOf(pieces);
    if (passage && !others.length) sheetOf(passage);
  };

  return { compose, prepare };
})();
