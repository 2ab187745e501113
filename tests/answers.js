// Answers queries outside the browser: deno run answers.js. Reads lines of JSON: first the index, then each a list of queries and
// whether keys are timed. Prints for each of these a list, again in JSON: of each query the addresses that are shown for it, in
// their order, how many were found, and the milliseconds that each of its keys took, as if it were typed letter by letter.

import { SearchEngine } from "../overrides/assets/javascripts/search/engine.js";

/** @returns {AsyncGenerator<string, void>} */
async function* lines() {
  let begun = "";
  for await (const chunk of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const all = (begun + chunk).split("\n");
    begun = all.pop() ?? "";
    yield* all;
  }
}

const asked = lines();
const engine = await SearchEngine.open(JSON.parse((await asked.next()).value ?? ""));

/**
 * @param {string} typed
 * @returns {number} milliseconds until it is answered
 */
function timed(typed) {
  const start = performance.now();
  engine.answer(typed);
  return performance.now() - start;
}

/**
 * @param {string} line
 * @returns {string}
 */
function answered(line) {
  /** @type {[string[], boolean]} */
  const [queries, isTimed] = JSON.parse(line);
  return JSON.stringify(queries.map((query) => {
    const { items, count } = engine.answer(query);
    const addresses = items.flat().filter(({ score }) => score > 0).map(({ location }) => location);
    return { addresses, count, times: Array.from(isTimed ? query : "", (_, at) => timed(query.slice(0, at + 1))) };
  }));
}

for await (const line of asked) await Deno.stdout.write(new TextEncoder().encode(`${answered(line)}\n`));
