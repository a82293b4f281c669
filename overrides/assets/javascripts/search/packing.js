/** Numbers and texts out of bytes. Mirrors packing.py. */

const decoder = new TextDecoder();

/** Reads a shard from its beginning to its end. */
export class Bytes {
  #data;
  #at = 0;

  /** @param {Uint8Array} data */
  constructor(data) {
    this.#data = data;
  }

  /** The next whole number: seven bits of a byte, low ones first; the eighth says that more follow. */
  number() {
    let [value, scale] = [0, 1];
    for (;;) {
      if (this.#at >= this.#data.length) throw new RangeError("a shard ends early");
      const byte = this.#data[this.#at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  /** The next text of a sorted list: the number of characters it shares with `former`, and the rest. */
  text(former) {
    const shared = this.number();
    return former.slice(0, shared) + decoder.decode(this.bytes(this.number()));
  }

  /** @returns {Uint8Array} the next `length` bytes */
  bytes(length) {
    if (this.#at + length > this.#data.length) throw new RangeError("a shard ends early");
    return this.#data.subarray(this.#at, (this.#at += length));
  }

  /** All that is left. */
  rest() {
    return this.bytes(this.#data.length - this.#at);
  }

  get done() {
    return this.#at === this.#data.length;
  }

  /** The streams that a shard is made of. @returns {Bytes[]} */
  streams() {
    const found = [];
    while (!this.done) found.push(new Bytes(this.bytes(this.number())));
    return found;
  }
}

/** Unpack what zlib packed; a damaged file rejects. @param {ArrayBuffer} data @returns {Promise<Uint8Array>} */
export async function unpack(data) {
  const plain = new Response(data).body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
