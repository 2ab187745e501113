// All words of all passages in their order, read when the search is first opened. No list is kept of where each word
// stands: to go through all of them takes less time than a reader's finger, and making such lists more than a blink.
"use strict";

class PassageIndex {
  static STEP = 100; // passages that are read at a time
  // Titles weigh more than other ways to write them, those more than text, text more than what stands around it.
  static PARTS = { title: 5, text: 1, also: 4, around: 0.4 };
  static END = -1; // after each part of a passage

  constructor({ pages, sorts, verdicts, outcomes, forms, passages }) {
    Object.assign(this, { pages, sorts, verdicts, outcomes });
    this.words = [];
    this.ids = new Map(); // of words
    this.shown = []; // each word as it first stands in the text
    this.counts = []; // how often
    this.beginnings = new Map(); // the ids of words by their first letter
    this.stems = []; // of each word, as it is asked for
    this.wholes = new Map(); // by the id of a word of several parts, such as c5+1: passage, weight, passage, weight …
    this.tokens = new Map(); // what each is read as
    this.passages = passages.map(([page, anchor, sort, verdict, outcome, title, because, text, also, terms], place) => {
      const label = /^(?:claim|annotation|figure)-(.+)$/.exec(anchor)?.[1] ?? "";
      return { place, page, anchor, sort, verdict, outcome, title, because, text, also, terms, label };
    });
    this.anchors = new Map(this.passages.map((passage) => [passage.anchor, passage]));
    this.written = forms;
    const letters = this.passages.reduce((sum, { title, because, text, also }) => sum + title.length + because.length + text.length + also.length + 150, 0);
    this.stream = new Int32Array(letters); // the ids of all words, one passage after the other
    this.length = 0;
  }

  // `pause` lets the page get on with other things between the steps.
  async fill(pause) {
    for (const passage of this.passages) {
      this.#add(passage);
      if (passage.place % PassageIndex.STEP === 0) await pause();
    }
    this.average = this.passages.reduce((sum, { weight }) => sum + weight, 0) / this.passages.length;
    this.#addForms(this.written);
  }

  // The claim that an annotation is about.
  claimOf({ label }) {
    return this.anchors.get(`claim-${label.replace(/[a-z]+$/, "")}`);
  }

  // The words with the same first letter, by their ids; another form of a word, or one begun with it, is among them.
  beginningAs(word) {
    return this.beginnings.get(word[0]) ?? [];
  }

  stemOf(id) {
    return (this.stems[id] ??= words.stem(this.words[id]));
  }

  // The ids of the words of a passage's title, or of all that it says.
  said({ starts: [start, text, , around] }, isTitle) {
    return this.stream.subarray(start, isTitle ? text - 1 : around);
  }

  #id(word, shown) {
    let id = this.ids.get(word);
    if (id === undefined) {
      id = this.words.length;
      this.ids.set(word, id);
      this.words.push(word);
      this.shown.push(shown);
      this.counts.push(0);
      const beginning = this.beginnings.get(word[0]);
      if (beginning) beginning.push(id);
      else this.beginnings.set(word[0], [id]);
    }
    return id;
  }

  // The id of a simple word; of any other token the ids of its parts and of the whole.
  #read(token) {
    const plain = words.plain(token);
    let known;
    if (plain) known = this.#id(plain, token);
    else {
      const { parts, whole } = words.read(token);
      const ids = parts.map((part) => this.#id(part, parts.length > 1 ? part : token));
      known = { ids, whole: whole ? this.#id(whole, token) : -1 };
    }
    this.tokens.set(token, known);
    return known;
  }

  #put(id) {
    this.stream[this.length++] = id;
    this.counts[id]++;
  }

  #add(passage) {
    const parts = { title: passage.title, text: `${passage.because} ${passage.text}`, also: passage.also, around: this.#around(passage) };
    passage.starts = [];
    passage.weight = 0;
    for (const [name, weight] of Object.entries(PassageIndex.PARTS)) {
      const start = this.length;
      passage.starts.push(start);
      for (const token of words.tokens(parts[name])) {
        const known = this.tokens.get(token) ?? this.#read(token);
        if (typeof known === "number") this.#put(known);
        else {
          for (const id of known.ids) this.#put(id);
          if (known.whole >= 0) this.wholes.set(known.whole, [...(this.wholes.get(known.whole) ?? []), passage.place, weight]);
        }
      }
      passage.weight += (this.length - start) * weight;
      this.stream[this.length++] = PassageIndex.END;
    }
    passage.end = this.length;
  }

  // What a passage does not say itself: its number, its kind or verdict and outcome, the title of the claim that it is about.
  #around(passage) {
    const { sort, label, verdict, outcome } = passage;
    const more = sort === "claim" ? [this.verdicts[verdict], this.outcomes[outcome]] : [this.claimOf(passage)?.title];
    return [this.sorts[sort], label, ...more].filter(Boolean).join(" ");
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
