/** `why` never quotes the document. */
export interface ColumnFault {
  readonly kind: 'missing-column' | 'unreadable'
  readonly column: string
  readonly why: string
}

/** Thrown inside the readers of this folder and turned into a `bad-document` value at their edge. Never carries a cell's text. */
export class BadDocument extends Error {
  readonly kind: 'bad-document' | 'range-refused'
  /** The column at fault, where it is known; it is reported. */
  readonly fault: ColumnFault | null

  constructor(evidence: string, kind: 'bad-document' | 'range-refused' = 'bad-document', fault: ColumnFault | null = null) {
    super(evidence)
    this.name = 'BadDocument'
    this.kind = kind
    this.fault = fault
  }
}

/** Bytes that are not text in the charset being tried. */
export class WrongCharset extends Error {
  constructor(charset: string) {
    super(charset)
    this.name = 'WrongCharset'
  }
}
