// Only in the copy that is opened from disk (formats/offline.py): a page that another has opened in a frame sends it its text.

import { FRAME } from "./shared/pages.js";

if (location.protocol === "file:" && self.name === FRAME) {
  parent.postMessage({ url: location.href, text: document.documentElement.outerHTML }, "*");
}
