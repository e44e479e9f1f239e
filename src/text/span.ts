/**
 * A range of a text: `start` and `end` count UTF-16 code units (JavaScript string indices), half-open.
 * Every position in the program, in its output and in its tests is of this kind; there is no other.
 */
export interface Span {
  start: number
  end: number
}

/** Whether two spans have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The words under a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}
