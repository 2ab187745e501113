// Where the files of the site are, as seen from a page that has the theme around it.

/** @type {URL | undefined} the address of the site's root, with a slash at its end */
let root;

/**
 * The address of a file of the site.
 *
 * @param {string} path below the site's root
 * @returns {URL} absolute
 */
export function siteAddress(path) {
  root ??= new URL(JSON.parse(document.querySelector("#__config")?.textContent ?? "").base, location.href); // the theme's
  return new URL(path, root);
}

/** @type {Map<string, Promise<unknown>>} the stylesheets asked for, by their names */
const asked = new Map();

/**
 * Adds a stylesheet to the page, unless it is there.
 *
 * @param {string} name of its file
 * @returns {Promise<unknown>} fulfilled once it applies; rejected, to be asked for again, if it cannot be had
 */
export function addStylesheet(name) {
  const known = asked.get(name);
  if (known) return known;
  if (document.querySelector(`link[href$="/${name}"]`)) return Promise.resolve();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = siteAddress(`assets/stylesheets/${name}`).href;
  const added = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      asked.delete(name);
      link.remove();
      reject(new Error(link.href));
    });
  });
  asked.set(name, added);
  document.head.append(link);
  return added;
}
