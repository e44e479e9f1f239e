/** What is wrong with a dossier, each with its place; of faults of one kind in one column the first are named singly. */
import { type Finding, finding, type Severity } from '../text/finding.js'

const MOST_ALIKE = 50
const LONGEST_SHOWN = 80

export class Problems {
  readonly #findings: Finding[] = []
  readonly #alike = new Map<
    string,
    { number: number; rule: string; file: string; column: string | null; expected: string }
  >()
  #broken = false

  add(one: Finding): void {
    this.#findings.push(one)
    if (one.severity === 'error') this.#broken = true
  }

  /**
   * @param actual the value that stands there; empty where nothing does
   * @param expected what should stand there, which is the remedy
   */
  at(
    file: string,
    row: number | null,
    column: string | null,
    actual: string,
    expected: string,
    rule: string,
    severity: Severity = 'error',
  ): void {
    if (severity === 'error') this.#broken = true
    // The remedy of a cell may name another row; such differ in their numbers only.
    const kind = JSON.stringify([rule, file, column, expected.replace(/\d+/g, '#')])
    const alike = this.#alike.get(kind)
    if (alike === undefined) this.#alike.set(kind, { number: 1, rule, file, column, expected })
    else if (++alike.number > MOST_ALIKE) return
    this.add(
      finding(rule, severity, `${placeOf(file, row, column)}: ${shown(actual)}; expected ${expected}`, {
        actual,
        expected,
        evidence: [`${file}:${row ?? ''}:${column ?? ''}`],
      }),
    )
  }

  all(): { findings: Finding[]; broken: boolean } {
    const more = [...this.#alike.values()]
      .filter(({ number }) => number > MOST_ALIKE)
      .map(({ number, rule, file, column, expected }) =>
        finding(
          rule,
          'error',
          `${placeOf(file, null, column)}: ${number - MOST_ALIKE} more of the same; expected ${expected}`,
        ),
      )
    return { findings: [...this.#findings, ...more], broken: this.#broken }
  }
}

function placeOf(file: string, row: number | null, column: string | null): string {
  return [file, row === null ? null : `row ${row}`, column === null ? null : `column '${column}'`]
    .filter(part => part !== null)
    .join(', ')
}

function shown(value: string): string {
  if (value === '') return 'empty'
  return `'${value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN - 3)}...` : value}'`
}
