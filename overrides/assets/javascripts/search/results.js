// The answer to what was typed, in the form in which the theme shows it.
"use strict";

class SearchEngine {
  static MOST = 30; // passages shown
  static WORDS = 32; // of a passage's text
  static MARKED = 8; // words that are marked where a result opens

  static async open(data, pause = () => {}) {
    const engine = new SearchEngine();
    engine.index = new PassageIndex(data);
    await engine.index.fill(pause);
    return engine;
  }

  answer(typed) {
    const query = queries.read(typed);
    const asks = query.units.length || query.phrases.length || query.kind || query.verdict || query.outcome;
    const result = ranking.find(this.index, query);
    const isNearest = !result.found.length && Boolean(asks);
    const { found, ...words } = isNearest ? this.#nearest(query) : result;
    const shown = found.slice(0, SearchEngine.MOST).map((passage) => this.#show(passage, words));
    return { items: this.#grouped(shown), suggest: this.#suggest(query, words), count: isNearest ? 0 : found.length, isNearest };
  }

  // With fewer demands: phrases as words, without filters, and at last the words with the likest letters.
  #nearest(query) {
    const units = [...query.units, ...query.phrases.flatMap((phrase) => queries.read(phrase.join(" ")).units)];
    const looser = { ...query, units, phrases: [], isOpen: true };
    const free = { ...looser, kind: "", verdict: "", outcome: "", without: [] };
    for (const one of [looser, free]) {
      const result = ranking.find(this.index, one);
      if (result.found.length) return result;
    }
    const likest = units.map(({ parts }) => meaning.likest(this.index, parts[0])).filter(Boolean);
    return ranking.find(this.index, { ...free, units: likest.flatMap((word) => queries.read(word).units) });
  }

  #show(passage, { matches, marked }) {
    const [address] = this.index.pages[passage.page];
    const terms = {};
    const because = passage.because && `<span class="found__because">${this.#marked(passage.because, marked, terms)}</span> `;
    const text = because + this.#snippet(passage.text, marked, terms);
    const title = this.#title(passage, marked, terms);
    for (const { unit, values, isCounted } of matches) if (isCounted && !values.has(passage.place)) terms[unit.token] = false;
    return { page: passage.page, location: passage.anchor ? `${address}#${passage.anchor}` : address, title, text, terms };
  }

  #title(passage, ids, terms) {
    const { sort, label, verdict, outcome } = passage;
    const name = /^\d+[a-z]+$/.test(label) ? "Annotation" : this.index.sorts[sort];
    const about = this.index.claimOf(passage)?.title ?? "";
    const head = sort === "page" ? "" : `<span class="found__label">${name} ${label}</span> `;
    if (sort === "claim") {
      const words = [`<span class="verdict" data-verdict="${verdict}">${this.index.verdicts[verdict]}</span>`];
      if (outcome) words.push(`<span class="outcome" data-outcome="${outcome}">${this.index.outcomes[outcome]}</span>`);
      return `${head}${this.#marked(passage.title, ids, terms)} ${words.join(" ")}`;
    }
    if (passage.title) return head + this.#marked(passage.title, ids, terms);
    return `${head}<span class="kind" data-kind="${sort}">${this.index.sorts[sort]}</span> <span class="found__about">${escaped(about)}</span>`;
  }

  #isMeant(token, ids) {
    const known = this.index.tokens.get(token);
    if (typeof known === "number") return ids.has(known);
    const { parts, whole } = words.read(token);
    return parts.some((part) => ids.has(this.index.ids.get(part)) && !(parts.length > 1 && words.STOP.has(part))) || (whole && ids.has(this.index.ids.get(whole)));
  }

  // Where most of the words stand, and each of them marked.
  #snippet(text, ids, terms) {
    const tokens = words.tokens(text);
    const hits = []; // the place of each word that is meant, and the word
    for (const [at, token] of tokens.entries()) {
      const word = this.#isMeant(token, ids) && words.fold(token);
      if (word && !words.STOP.has(word)) hits.push([at, word]);
    }
    let best = 0;
    let most = 0;
    for (const [first] of hits) {
      const inside = new Set(hits.filter(([at]) => at >= first && at < first + SearchEngine.WORDS - 6).map(([, word]) => word));
      if (inside.size > most) [most, best] = [inside.size, first];
    }
    const first = tokens.length - best < SearchEngine.WORDS ? Math.max(0, tokens.length - SearchEngine.WORDS) : Math.max(0, best - 5);
    const last = Math.min(tokens.length, first + SearchEngine.WORDS);
    let end = 0;
    const starts = tokens.slice(0, last + 1).map((token) => {
      const start = text.indexOf(token, end);
      end = start + token.length;
      return start;
    });
    const shown = text.slice(first ? starts[first] : 0, starts[last]).trimEnd();
    return (first ? "… " : "") + this.#marked(shown, ids, terms) + (last < tokens.length ? " …" : "");
  }

  #marked(text, ids, terms) {
    let done = 0;
    let html = "";
    for (const match of text.matchAll(words.TOKEN)) {
      const [token] = match;
      if (!this.#isMeant(token, ids) || words.STOP.has(words.fold(token))) continue;
      html += `${escaped(text.slice(done, match.index))}<mark>${escaped(token)}</mark>`;
      done = match.index + token.length;
      if (Object.keys(terms).length < SearchEngine.MARKED) terms[token.toLowerCase()] = true;
    }
    return html + escaped(text.slice(done));
  }

  // Passages of one page that follow each other stand together below its title, as the theme has it.
  #grouped(shown) {
    const groups = [];
    for (const { page, ...item } of shown) {
      const [location, title] = this.index.pages[page];
      const isPage = item.location === location;
      const group = groups.at(-1);
      const score = groups.length ? 1 : 2; // Enter opens the best of the first group
      if (!isPage && group?.page === page && !group.isPage) group.items.push({ ...item, score: group.items[0].score });
      else groups.push({ page, isPage, items: isPage ? [{ ...item, score }] : [{ ...item, score }, { location, title: escaped(title), text: "", terms: {}, score: 0 }] });
    }
    return groups.map(({ items }) => items.sort((one, other) => other.score - one.score));
  }

  // How the last word may go on, in the letters that were typed.
  #suggest(query, { matches }) {
    const last = /[\p{L}\p{N}]+$/u.exec(query.text)?.[0] ?? "";
    if (!query.isOpen || last.length < 2 || !matches.length) return [];
    const typed = last.toLowerCase();
    const shown = (id) => this.index.shown[id].toLowerCase().replace(/['’]s$/, "");
    const [, id] = [...matches.at(-1).meant]
      .filter(([id]) => shown(id).startsWith(typed))
      .reduce((best, [id]) => (this.index.counts[id] > best[0] ? [this.index.counts[id], id] : best), [0, -1]);
    return id < 0 ? [] : [last + shown(id).slice(last.length)];
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);
