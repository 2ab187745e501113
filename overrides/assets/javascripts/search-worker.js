// Runs the search beside the page, where it is not part of the page itself: reads the index, and then answers what is typed.

import { SearchEngine } from "./search/engine.js";

export { SearchEngine }; // for a page from disk, where there are no workers

const INDEX = "../../search/search_index.json"; // from this script

/** @returns {Promise<SearchEngine>} with all of the index */
async function open() {
  const response = await fetch(new URL(INDEX, location.href));
  if (!response.ok) throw new Error(response.statusText);
  const engine = await SearchEngine.open(await response.json());
  await new Promise((resolve) => setTimeout(resolve)); // what was typed meanwhile is heard first, and only the last of it answered
  return engine;
}

if (typeof document === "undefined") {
  const opened = open();
  opened.catch(reportError);
  /** @type {string} */
  let last;
  addEventListener("message", async ({ data: typed }) => {
    last = typed;
    const engine = await opened;
    if (typed === last) postMessage({ typed, answer: engine.answer(typed) }); // and nothing that was typed before it meanwhile
  });
}
