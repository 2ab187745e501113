// The index in the copy of the site that is opened from disk, where it is a script that dispatches it (formats/offline.py).

import { element } from "../shared/element.js";
import { siteAddress } from "../shared/site.js";

/** @import { Data } from "./data.js" */

/** @returns {Promise<Data>} the index */
export function indexFromDisk() {
  return new Promise((resolve, reject) => {
    document.addEventListener("search:index", (event) => resolve(/** @type {CustomEvent} */ (event).detail), {
      once: true,
    });
    const script = element("script", { src: siteAddress("search/search_index.js").href });
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
