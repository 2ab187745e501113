// Answers queries outside the browser: deno run --allow-read answers.js INDEX. Reads lines of JSON, each a list of queries and
// whether keys are timed, and prints for each line a list, again in JSON: of each query the addresses that are shown for it, in
// their order, how many were found, and the milliseconds that each of its keys took, as if it were typed letter by letter.

import { SearchEngine } from "../overrides/assets/javascripts/search/engine.js";

const engine = await SearchEngine.open(JSON.parse(Deno.readTextFileSync(Deno.args[0])));

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

let begun = "";
for await (const chunk of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (begun + chunk).split("\n");
  begun = lines.pop() ?? "";
  for (const line of lines) await Deno.stdout.write(new TextEncoder().encode(`${answered(line)}\n`));
}
