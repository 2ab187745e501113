// The index of all words, made when the search is first opened, and which of them a typed word may mean.
"use strict";

class PassageIndex {
  static STEP = 100; // passages
  // Titles weigh more than other ways to write them, those more than text, text more than what stands around it.
  static WEIGHTS = { title: 5, also: 4, text: 1, near: 0.4 };

  constructor({ pages, sorts, verdicts, forms, passages }) {
    Object.assign(this, { pages, sorts, verdicts });
    this.ids = new Map(); // of words
    this.words = [];
    this.shown = []; // each word as it first stands in the text
    this.beginnings = new Map(); // the ids of words by their first letter
    this.places = []; // of each word: passage, weight, passage, weight …
    this.lengths = [];
    this.tokens = new Map(); // the ids of each
    this.passages = passages.map(([page, anchor, sort, verdict, title, text, also, terms], place) => {
      const label = /^(?:claim|annotation|figure)-(.+)$/.exec(anchor)?.[1] ?? "";
      return { place, page, anchor, sort, verdict, title, text, also, terms, label };
    });
    this.anchors = new Map(this.passages.map((passage) => [passage.anchor, passage]));
    this.written = forms;
  }

  // `pause` lets the page get on with other things between the steps.
  async fill(pause) {
    for (const passage of this.passages) {
      this.#add(passage);
      if (passage.place % PassageIndex.STEP === 0) await pause();
    }
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / this.lengths.length;
    this.stems = []; // of each word, as it is asked for
    this.#addForms(this.written);
  }

  // The words with the same first letter, by their ids; another form of a word, or one begun with it, is among them.
  beginningAs(word) {
    return this.beginnings.get(word[0]) ?? [];
  }

  stemOf(id) {
    return (this.stems[id] ??= words.stem(this.words[id]));
  }

  // The claim that an annotation is about.
  claimOf({ label }) {
    return this.anchors.get(`claim-${label.replace(/[a-z]+$/, "")}`);
  }

  #id(word, shown) {
    let id = this.ids.get(word);
    if (id === undefined) {
      this.ids.set(word, (id = this.words.length));
      this.words.push(word);
      this.shown.push(shown);
      this.places.push([]);
      const beginning = this.beginnings.get(word[0]);
      if (beginning) beginning.push(id);
      else this.beginnings.set(word[0], [id]);
    }
    return id;
  }

  #read(token) {
    let known = this.tokens.get(token);
    if (!known) {
      const { parts, whole } = words.read(token);
      const ids = parts.map((part) => this.#id(part, parts.length > 1 ? part : token.toLowerCase().replace(/['’]s$/, "")));
      known = { ids, whole: whole ? this.#id(whole, token.toLowerCase()) : -1 };
      this.tokens.set(token, known);
    }
    return known;
  }

  #add(passage) {
    const { place } = passage;
    const { title, also, text, near } = PassageIndex.WEIGHTS;
    const sequence = []; // the ids of its words, by which phrases are found; -1 divides its parts
    this.lengths[place] =
      this.#weigh(passage.title, place, title, sequence) +
      this.#weigh(passage.text, place, text, sequence) +
      this.#weigh(passage.also, place, also, sequence) +
      this.#weigh(this.#around(passage), place, near, []);
    passage.sequence = sequence;
  }

  #weigh(text, place, weight, sequence) {
    let sum = 0;
    for (const token of words.tokens(text)) {
      const { ids, whole } = this.#read(token);
      for (const id of ids) {
        sequence.push(id);
        this.#put(id, place, weight);
      }
      if (whole >= 0) this.#put(whole, place, weight);
      sum += weight;
    }
    sequence.push(-1);
    return sum;
  }

  #put(id, place, weight) {
    const places = this.places[id];
    if (places[places.length - 2] === place) places[places.length - 1] += weight;
    else places.push(place, weight);
  }

  // What a passage does not say itself: its number, its kind or verdict, the title of the claim that it is about.
  #around(passage) {
    const { sort, label, verdict } = passage;
    const more = sort === "claim" ? this.verdicts[verdict] : this.claimOf(passage)?.title;
    return [this.sorts[sort], label, more].filter(Boolean).join(" ");
  }

  #form(written) {
    return words.tokens(written).flatMap((token) => words.read(token).parts).join(" ");
  }

  // The forms of the glossary's terms, the title first; the passages that use each term; and the words by which one knows it.
  #addForms(forms) {
    this.forms = new Map();
    this.users = forms.map(() => []);
    this.formWords = forms.map((written, term) => {
      const parts = written.map((form) => this.#form(form));
      for (const form of parts) this.forms.set(form, term);
      const known = [...parts[0].split(" "), ...parts.filter((form) => !form.includes(" "))];
      return new Set(known.filter((word) => !words.STOP.has(word)).map((word) => this.ids.get(word)));
    });
    this.definitions = [];
    for (const passage of this.passages) {
      for (const term of passage.terms) this.users[term].push(passage.place);
      if (passage.sort === "term") this.definitions[this.forms.get(this.#form(passage.title))] = passage;
    }
  }
}
