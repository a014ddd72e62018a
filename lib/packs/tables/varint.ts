// Numbers of as many bytes as they need, and texts after their length, in bytes that grow.

const encoder = new TextEncoder();

export class ByteWriter {
  bytes = new Uint8Array(1024);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  number(value: number): void {
    this.#room(5);
    while (value > 127) {
      this.bytes[this.length] = (value & 127) | 128;
      this.length += 1;
      value >>>= 7;
    }
    this.bytes[this.length] = value;
    this.length += 1;
  }

  text(text: string): void {
    const most = text.length * 3;
    this.#room(most + 5);
    let plain = text.length < 128;
    const start = this.length + 1;
    for (let at = 0; plain && at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      plain = unit < 128;
      this.bytes[start + at] = unit;
    }
    if (plain) {
      this.bytes[this.length] = text.length;
      this.length = start + text.length;
      return;
    }
    this.block(encoder.encode(text));
  }

  /** Bytes with their length before them. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written; the writer is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

const decoder = new TextDecoder();

/** Reads what `ByteWriter` wrote; past the end it reads zeros, and `ended` is true. */
export class ByteReader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  block(): Uint8Array {
    const length = this.number();
    const block = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return block;
  }

  /** Past a block, unread. */
  skip(): void {
    const length = this.number();
    this.at += length;
  }

  text(): string {
    const block = this.block();
    if (block.length < 24) {
      let text = '';
      for (const byte of block) {
        if (byte > 127) return decoder.decode(block);
        text += String.fromCharCode(byte);
      }
      return text;
    }
    return decoder.decode(block);
  }
}
