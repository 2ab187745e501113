// What previews hold, made from what their links point to. Fetched by preview.js with the first of them.
"use strict";

const previewContents = (() => {
  const { element } = shared;
  const FIGURES = new URL("../stylesheets/figures.css", document.currentScript.src); // for a page without a figure of its own

  // Of another page, its styles: they are not of use here, and the policy of this page would not let them be.
  const STYLES = /<style\b.*?<\/style>/gs;

  const pages = new Map();

  const pageAt = (url) => {
    const path = url.href.split("#")[0];
    if (path === location.href.split("#")[0]) return document;
    if (!pages.has(path)) {
      const loading = fetch(path).then(async (response) => {
        if (!response.ok) throw new Error(response.statusText);
        return new DOMParser().parseFromString((await response.text()).replace(STYLES, ""), "text/html");
      });
      loading.catch(() => pages.delete(path));
      pages.set(path, loading);
    }
    return pages.get(path);
  };

  // A copy without ids, with addresses that hold on this page, and in another's text without its links.
  const copy = (source, url, isPlain) => {
    const made = document.importNode(source, true);
    for (const part of [made, ...made.querySelectorAll("*")]) {
      part.removeAttribute("id");
      if (!part.matches("a[href]")) continue;
      if (isPlain) part.replaceWith(...part.childNodes);
      else part.href = new URL(part.getAttribute("href"), url);
    }
    return made;
  };

  const text = (source, url) =>
    [...source.children].filter((part) => !part.className && !/^H\d$/.test(part.tagName)).map((part) => copy(part, url, true));

  const uses = (entry, url, to) => {
    const links = [...entry.querySelectorAll(".reference__uses a[role]")]; // of this page, at its foot
    const here = links.findIndex((use) => use.hash === `#${to.id}` && use.pathname === location.pathname);
    const named = [
      ["Previous use", links[here - 1]],
      ["Next use", here < 0 ? undefined : links[here + 1]],
    ];
    const shown = named.filter(([, use]) => use).map(([name, use]) => {
      const made = copy(use, url);
      made.prepend(`${name}: `);
      return made;
    });
    const all = Number(entry.querySelector(".reference__uses").dataset.uses ?? links.length); // in the whole edition
    const count = all === 1 ? "used once" : `used ${all} times`;
    return [`Source, ${count}`, shown];
  };

  // The name, the parts, and where the link leads, by what it points to.
  const kinds = {
    reference: (entry, url, to) => {
      const [name, links] = uses(entry, url, to);
      const parts = [...entry.querySelectorAll(".reference__entry, .reference__facts, .reference__basis")];
      return [name, [...parts.map((part) => copy(part, url)), ...(links.length ? [element("p", {}, ...links)] : [])], "the entry"];
    },
    claim: (heading, url) => {
      const claim = heading.closest(".claim");
      const title = copy(heading, url);
      const number = title.querySelector(".claim__number");
      const name = `claim ${number.textContent}`;
      number.remove();
      const head = element("p", { class: "preview__title" }, title.textContent.trim());
      const found = (name) => [...claim.querySelectorAll(name)].map((part) => copy(part, url));
      const assessed = element("p", { class: "assessment" }, ...found(".verdict, .outcome"));
      return [name, [head, assessed, ...found(".claim__because"), ...text(claim, url)], name];
    },
    annotation: (note, url) => {
      const name = `annotation ${note.querySelector(".annotation__label").textContent}`;
      return [name, [copy(note.querySelector(".kind"), url), ...text(note, url)], name];
    },
    term: (entry, url) => [entry.querySelector("dfn").textContent, text(entry.querySelector("dd"), url), "the glossary"],
    figure: (figure, url) => {
      if (!document.querySelector("[href$='figures.css']")) {
        document.head.append(element("link", { rel: "stylesheet", href: FIGURES }));
      }
      const label = figure.querySelector(".figure__label");
      const name = label.textContent.toLowerCase();
      const title = element("p", { class: "preview__title" }, label.parentElement.textContent.replace(label.textContent, ""));
      const drawing = copy(figure.querySelector("[data-size=narrow]"), url);
      return [name, [title, drawing, ...text(figure.querySelector(".figure__notes"), url)], name];
    },
  };

  // Nothing, where there is nothing to show.
  return async (to, url) => {
    const id = decodeURIComponent(url.hash.slice(1));
    const target = (await pageAt(url)).getElementById(id);
    if (!target || to.closest(`[id="${id}"]`)) return; // no preview of what the link stands in
    const [name, parts, place] = kinds[id.split("-")[0]](target, url, to);
    const title = element("h2", { id: "preview-name", class: "preview__name" }, name[0].toUpperCase() + name.slice(1));
    const go = element("a", { class: "preview__go", href: url.href }, `Go to ${place}`);
    return [title, ...parts, go];
  };
})();
