/** Numbers and texts out of bytes. Mirrors packing.py. */

const decoder = new TextDecoder("utf-8", { fatal: true });
const LARGEST = 2 ** 32; // a number beyond is none that was packed
const UNPACKED = 2 ** 23; // bytes; no shard comes near, so what unpacks to more is a trap

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
      if (scale > LARGEST) throw new RangeError("a number without end");
    }
  }

  /** The next number, which says how many things follow: each takes a byte at least. @param {Bytes} [where] if not here */
  count(where = this) {
    const value = this.number();
    if (value > where.#data.length - where.#at) throw new RangeError("more is promised than there is");
    return value;
  }

  /** The next text of a sorted list: the number of characters it shares with `former`, and the rest. */
  text(former) {
    const shared = this.number();
    if (shared > former.length) throw new RangeError("a text repeats more than there was");
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

  /** The `many` streams that a shard is made of. @returns {Bytes[]} */
  streams(many) {
    const found = Array.from({ length: many }, () => new Bytes(this.bytes(this.number())));
    this.end();
    return found;
  }

  /** Make sure that all was read. */
  end() {
    if (!this.done) throw new RangeError("a shard holds more than it should");
  }
}

/** Unpack what zlib packed; a damaged file rejects, and so does one without end. @param {ArrayBuffer} data @returns {Promise<Uint8Array>} */
export async function unpack(data) {
  let room = UNPACKED;
  const bounded = new TransformStream({
    transform(piece, out) {
      if ((room -= piece.length) < 0) throw new RangeError("a shard without end");
      out.enqueue(piece);
    },
  });
  const plain = new Response(data).body.pipeThrough(new DecompressionStream("deflate")).pipeThrough(bounded);
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
