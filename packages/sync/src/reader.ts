/** What came from outside does not keep to the protocol. The connection it came by is closed with 4400. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

export const broken = (why: string): never => {
  throw new ProtocolError(why)
}

const letters = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads lib0's encoding from untrusted bytes: every length is held against the bytes that are left. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const value = this.#bytes[this.#at]
    if (value === undefined) return broken('ends too early')
    this.#at += 1
    return value
  }

  /** Up to 2^53 − 1. One number has one spelling: an overlong one is how filters are walked past. */
  uint(): number {
    let value = 0
    let factor = 1
    for (let read = 1; ; read += 1) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) return broken('number too large')
      if (byte < 128) return byte === 0 && read > 1 ? broken('overlong number') : value
      if (read > 8) return broken('overlong number')
      factor *= 128
    }
  }

  /** A count of things that take at least `bytesEach` each. */
  count(bytesEach: number): number {
    const value = this.uint()
    return value * bytesEach > this.left ? broken('count beyond the end') : value
  }

  /** Skips a signed number; its value is of no interest here. */
  int(): void {
    for (let read = 0; this.byte() >= 128; read += 1) if (read > 8) broken('overlong number')
  }

  skip(count: number): void {
    if (count > this.left) broken('length beyond the end')
    this.#at += count
  }

  /** A view, not a copy. */
  bytes(): Uint8Array {
    const count = this.uint()
    const start = this.#at
    this.skip(count)
    return this.#bytes.subarray(start, start + count)
  }

  text(): string {
    const bytes = this.bytes()
    try {
      return letters.decode(bytes)
    } catch {
      return broken('not UTF-8')
    }
  }

  end(): void {
    if (this.left > 0) broken('bytes after the end')
  }
}
