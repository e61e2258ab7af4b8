/** Thrown inside the readers of this folder and turned into a `bad-document` value at their edge. Never carries a cell's text. */
export class BadDocument extends Error {
  readonly kind: 'bad-document' | 'range-refused'

  constructor(evidence: string, kind: 'bad-document' | 'range-refused' = 'bad-document') {
    super(evidence)
    this.name = 'BadDocument'
    this.kind = kind
  }
}

/** Bytes that are not text in the charset being tried. */
export class WrongCharset extends Error {
  constructor(charset: string) {
    super(charset)
    this.name = 'WrongCharset'
  }
}
