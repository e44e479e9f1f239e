export type Severity = 'error' | 'warning' | 'info'

/**
 * The one message type: anything to be said about *content* (a page without a text layer, an unknown
 * country name, a language the reader does not know). Broken input or output is an error instead
 * (`errors.ts`), an expected outcome a returned value.
 */
export interface Finding {
  /** Who says so, `area/what`: `load/no-date`, `language/unsupported`. */
  rule: string
  severity: Severity
  /** Place in the statement's text, or null where the finding concerns the whole. */
  start: number | null
  end: number | null
  /** One sentence: what, and what to do about it. */
  message: string
  actual: string | null
  expected: string | null
  evidence: string[]
}

/** Makes a finding; what is not given is null or empty. */
export function finding(
  rule: string,
  severity: Severity,
  message: string,
  more: Partial<Omit<Finding, 'rule' | 'severity' | 'message'>> = {},
): Finding {
  return { rule, severity, start: null, end: null, message, actual: null, expected: null, evidence: [], ...more }
}
