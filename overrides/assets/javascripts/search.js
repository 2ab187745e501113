// The search: beneath the theme's interface, which asks and shows, our own index, loaded when the search is first opened.
"use strict";

(() => {
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const IDLE = 400; // milliseconds after which a search is put into the address

  const field = document.forms.find?.elements.query;
  const toggle = document.getElementById("__search");
  const status = document.querySelector(".md-search-result__meta");
  const filters = [...document.querySelectorAll("[data-filter]")];
  let ask; // a function, once something can be asked
  let typed = "";
  let timer;

  const send = (type, data) => searchWorker.dispatchEvent(new MessageEvent("message", { data: { type, data } }));

  const summary = ({ count, isNearest, items }) => {
    if (!typed.trim()) return "Type to search: words, “phrases”, labels such as 8a";
    if (!count) return isNearest && items.length ? "Nothing found. The nearest:" : "Nothing found";
    return count === 1 ? "1 result" : `${count} results`;
  };

  // What comes for a query that is no longer asked would only flicker.
  const receive = (query, answer) => {
    if (query !== typed) return;
    send(RESULT, answer);
    status.textContent = summary(answer);
    clearTimeout(timer);
    timer = setTimeout(putIntoAddress, IDLE);
  };

  const fail = () => (status.textContent = "The search could not be loaded");

  // --- Loading: a worker; from disk, where none is allowed and nothing can be fetched, scripts of the page ---

  const startHere = async () => {
    await shared.load("../../search/search.js", "../../search/search_index.js");
    const engine = await SearchEngine.open(searchIndex, () => new Promise((resolve) => setTimeout(resolve)));
    ask = (query) => receive(query, engine.answer(query));
    send(READY);
  };

  // By first-use.js; what is asked before it can answer, it answers then.
  const useWorker = async () => {
    searchWorker.own.addEventListener("message", ({ data: { typed: query, answer } }) => receive(query, answer));
    ask = (query) => searchWorker.own.postMessage(query);
    send(READY);
  };

  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    (location.protocol === "file:" ? startHere() : useWorker()).catch(fail);
  };

  // --- Filters are words of the query ---

  const FILTER = /(^|\s)(kind|verdict|outcome):(\S*)/gi;

  const showFilters = () => {
    const chosen = {};
    for (const [, , name, value] of typed.matchAll(FILTER)) chosen[name.toLowerCase()] = value.toLowerCase();
    for (const select of filters) {
      const value = chosen[select.dataset.filter] ?? "";
      select.value = value;
      if (select.selectedIndex < 0) select.value = "";
    }
  };

  const setFilter = ({ target: { dataset, value } }) => {
    const rest = field.value.replace(FILTER, (part, space, name) => (name.toLowerCase() === dataset.filter ? "" : part)).trim();
    field.value = [rest, value && `${dataset.filter}:${value}`].filter(Boolean).join(" ");
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); // by which the theme knows that it has changed
  };

  // --- The address, so that a search can be shared and opened again ---

  const putBack = (address) => {
    try {
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    } catch {
      // Some browsers refuse it to pages from disk.
    }
  };

  const putIntoAddress = () => {
    const address = new URL(location);
    if (toggle.checked && typed.trim()) address.searchParams.set("q", typed.slice(0, 300));
    else address.searchParams.delete("q");
    putBack(address);
  };

  // --- Keys: the theme would close the search at Tab, though there are results, and take every key for the field ---

  const keepFrom = (event) => {
    const isOurs = event.target === field ? event.key === "Tab" && field.value : event.key !== "Escape";
    if (isOurs) event.stopPropagation();
  };

  const watch = () => {
    window.Worker = searchWorker.Worker;
    searchWorker.addEventListener("ask", ({ detail: { type, data } }) => {
      if (type !== QUERY) return;
      typed = data;
      showFilters();
      ask(typed);
    });
    field.addEventListener("focus", start);
    toggle.addEventListener("change", () => (toggle.checked ? start() : putIntoAddress()));
    if (toggle.checked || document.activeElement === field) start();
    field.addEventListener("keydown", keepFrom);
    const search = field.closest(".md-search");
    search.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !search.contains(relatedTarget) && toggle.checked) toggle.click();
    });
    for (const select of filters) {
      select.addEventListener("change", setFilter);
      select.addEventListener("keydown", keepFrom);
    }
  };

  if (field) watch();
})();
