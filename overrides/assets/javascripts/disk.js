// Only in the copy that is opened from disk (hooks/forms/disk.py), where a browser lets a page fetch nothing: what previews and
// citations need of another page is asked of that page itself, opened unseen in a frame.
"use strict";

(() => {
  const NAME = "asked-for-its-text";
  const PATIENCE = 10_000; // milliseconds
  if (location.protocol !== "file:") return;

  if (window.name === NAME) parent.postMessage({ url: location.href, text: document.documentElement.outerHTML }, "*");

  window.fetch = (address) =>
    new Promise((resolve, reject) => {
      const frame = document.createElement("iframe");
      const done = () => {
        removeEventListener("message", listen);
        clearTimeout(timer);
        frame.remove();
      };
      const listen = ({ source, data: { url, text } }) => {
        if (source !== frame.contentWindow) return;
        done();
        resolve({ ok: true, url, text: async () => text });
      };
      const timer = setTimeout(() => {
        done();
        reject(new TypeError(`${address} does not answer`));
      }, PATIENCE);
      addEventListener("message", listen);
      frame.hidden = true;
      frame.name = NAME;
      frame.src = address;
      document.body.append(frame);
    });
})();
