// Where each word stands: all places in the stream of words, in their order.

export class Postings {
  /**
   * @param {Int32Array} stream the ids of words
   * @param {number} size how many words there are
   */
  constructor(stream, size) {
    this.starts = new Int32Array(size + 1);
    // Loops over pairs would make as many arrays as there are words, and the search opens the later.
    for (let at = 0; at < stream.length; at++) if (stream[at] >= 0) this.starts[stream[at] + 1]++;
    for (let id = 0; id < size; id++) this.starts[id + 1] += this.starts[id];
    this.places = new Int32Array(this.starts[size]);
    const next = this.starts.slice();
    for (let at = 0; at < stream.length; at++) if (stream[at] >= 0) this.places[next[stream[at]]++] = at;
  }

  /**
   * @param {number} id of a word
   * @returns {Int32Array} where it stands
   */
  of(id) {
    return this.places.subarray(this.starts[id], this.starts[id + 1]);
  }
}
