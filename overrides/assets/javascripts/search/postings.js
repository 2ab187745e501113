// Where each word stands: all places in the stream of words, in their order.

export class Postings {
  /**
   * @param {Int32Array} stream the ids of words
   * @param {number} size how many words there are
   */
  constructor(stream, size) {
    this.starts = new Int32Array(size + 1);
    for (const id of stream) if (id >= 0) this.starts[id + 1]++;
    for (let id = 0; id < size; id++) this.starts[id + 1] += this.starts[id];
    this.places = new Int32Array(this.starts[size]);
    const next = this.starts.slice();
    for (const [at, id] of stream.entries()) if (id >= 0) this.places[next[id]++] = at;
  }

  /**
   * @param {number} id of a word
   * @returns {Int32Array} where it stands
   */
  of(id) {
    return this.places.subarray(this.starts[id], this.starts[id + 1]);
  }
}
