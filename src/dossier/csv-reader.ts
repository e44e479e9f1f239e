/**
 * Comma-separated values (RFC 4180), taken in pieces of any size. Rows are numbered as a spreadsheet numbers them: a line
 * break within quotation marks begins no row, an empty line is one.
 */

export interface CsvTaker {
  /** A row's cells as written, quotation marks taken off. Row 1 is the first. */
  row(cells: string[], row: number): void
  /** The row is no sound CSV, and why. */
  fault(message: string, row: number): void
}

/** Characters of one row at most: beyond them a quotation mark was opened and not closed. */
const LONGEST_ROW = 8_000_000

const COMMA = 44
const QUOTE = 34
const LF = 10
const CR = 13

enum At {
  Start = 0,
  Plain = 1,
  Quoted = 2,
  /** After a quotation mark within quotation marks: the end of the cell, or the first of two. */
  AfterQuote = 3,
}

export class CsvReader {
  readonly #taker: CsvTaker
  #row = 1
  #cells: string[] = []
  #cell = ''
  #at = At.Start
  #afterCr = false
  #length = 0
  #faulty = false
  #stopped = false

  constructor(taker: CsvTaker) {
    this.#taker = taker
  }

  write(text: string): void {
    // Where the next of each stands, from what was read on: looking for one is left to the engine's own search.
    let comma = -1
    let lf = -1
    let cr = -1
    const delimiterFrom = (from: number): number => {
      if (comma < from) comma = placeOf(text, ',', from)
      if (lf < from) lf = placeOf(text, '\n', from)
      if (cr < from) cr = placeOf(text, '\r', from)
      return Math.min(comma, lf, cr)
    }
    for (let i = 0; i < text.length && !this.#stopped; ) {
      if (this.#afterCr) {
        this.#afterCr = false
        if (text.charCodeAt(i) === LF) {
          i++
          continue
        }
      }
      switch (this.#at) {
        case At.Start:
          if (text.charCodeAt(i) === QUOTE) {
            this.#at = At.Quoted
            i++
          } else this.#at = At.Plain
          break
        case At.Plain: {
          const end = delimiterFrom(i)
          this.#take(text, i, end)
          if (end < text.length) this.#delimit(text.charCodeAt(end))
          i = end + 1
          break
        }
        case At.Quoted: {
          const end = text.indexOf('"', i)
          if (end >= 0) this.#at = At.AfterQuote
          this.#take(text, i, end < 0 ? text.length : end)
          i = end < 0 ? text.length : end + 1
          break
        }
        case At.AfterQuote:
          i = this.#afterQuote(text, i)
          break
      }
    }
  }

  /** The text is at its end. */
  end(): void {
    if (this.#stopped) return
    if (this.#at === At.Quoted) this.#unclosed()
    else if (this.#cells.length > 0 || this.#at !== At.Start) this.#delimit(LF)
  }

  #take(text: string, from: number, to: number): void {
    this.#cell = this.#cell === '' ? text.slice(from, to) : this.#cell + text.slice(from, to)
    this.#length += to - from
    if (this.#length > LONGEST_ROW) this.#unclosed()
  }

  #afterQuote(text: string, i: number): number {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      this.#cell += '"'
      this.#at = At.Quoted
    } else if (code === COMMA || code === LF || code === CR) this.#delimit(code)
    else if (code !== 32 && code !== 9) {
      if (!this.#faulty) this.#taker.fault('text after a closing quotation mark', this.#row)
      this.#faulty = true
      this.#at = At.Plain
      return i
    }
    return i + 1
  }

  #delimit(code: number): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#at = At.Start
    if (code === COMMA) return
    const cells = this.#cells
    this.#cells = []
    this.#afterCr = code === CR
    this.#length = 0
    // A row that is no sound CSV was named; what its cells would be is a guess.
    if (!this.#faulty) this.#taker.row(cells, this.#row)
    this.#faulty = false
    this.#row++
  }

  #unclosed(): void {
    this.#taker.fault('a quotation mark that is opened and not closed', this.#row)
    this.#stopped = true
  }
}

function placeOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}
