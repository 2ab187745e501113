// What the other scripts share: to make an element, and to fetch what is not needed at once.
"use strict";

const shared = (() => {
  const FOLDERS = { js: new URL(".", document.currentScript.src), css: new URL("../stylesheets/", document.currentScript.src) };
  const asked = new Map();

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // By an element, since a page that was opened as a file may not import.
  const fetchOne = (file) =>
    new Promise((resolve, reject) => {
      const kind = file.split(".").at(-1);
      const address = new URL(file, FOLDERS[kind]);
      const made = kind === "js" ? element("script", { src: address }) : element("link", { rel: "stylesheet", href: address });
      made.async = false; // scripts run in the order in which they are asked for
      made.addEventListener("load", resolve);
      made.addEventListener("error", () => {
        asked.delete(file); // so that it is tried again
        made.remove();
        reject(new Error(`${address} could not be loaded`));
      });
      document.head.append(made);
    });

  // Scripts and stylesheets by their names, each fetched once.
  const load = (...files) =>
    Promise.all(
      files.map((file) => {
        if (!asked.has(file)) asked.set(file, fetchOne(file));
        return asked.get(file);
      }),
    );

  return { element, load };
})();
