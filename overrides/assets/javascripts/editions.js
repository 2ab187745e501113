// Lets the reader choose an edition. Which there are is known only at the address of the work, since an edition never changes;
// without an answer from there, the links of the page lead to the same. From disk there is none to ask.
"use strict";

(() => {
  const nav = document.querySelector(".editions");
  if (!nav || location.protocol === "file:") return;
  const { version, page } = nav.dataset;
  const root = new URL(nav.dataset.root, location);
  const latest = nav.querySelector("[rel=latest-version]");
  const all = nav.querySelector("[rel=version-history]");

  // Links to the same page lead to the same passage.
  const samePage = latest ? [latest] : [];
  const keepPassage = () => samePage.forEach((link) => (link.hash = location.hash));
  addEventListener("hashchange", keepPassage);
  keepPassage();

  const create = (name, properties, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  };

  // An edition that has no such page is entered at its title page.
  const linkTo = (edition) => {
    const has = edition.properties.pages.includes(page);
    const link = create("a", { href: new URL(edition.version + (has ? page : "/"), root) }, edition.title);
    if (has) samePage.push(link);
    if (edition.version === version) link.ariaCurrent = "true";
    return create("li", {}, link);
  };

  const offer = (editions) => {
    const close = ({ target }) => choice.open && !choice.contains(target) && (choice.open = false);
    const list = create("ul", {}, ...editions.map(linkTo));
    const choice = create("details", {}, create("summary", {}, all.textContent), list);
    all.replaceWith(choice);
    all.textContent = "The list of editions";
    list.append(create("li", {}, all));
    keepPassage();
    addEventListener("click", close);
    addEventListener("focusin", close);
    choice.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      choice.open = false;
      choice.firstChild.focus();
    });
    if (latest && editions[0].version !== version) {
      latest.textContent = "This page in the newer edition"; // no longer than what it says without a script
      nav.classList.add("editions--old");
    }
  };

  fetch(new URL("versions.json", root))
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((editions) => editions.length && offer(editions))
    .catch(() => {}); // the links are there
})();
