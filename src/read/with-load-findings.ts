import type { Doc } from '../text/doc.js'
import type { Reading } from './reading.js'

/** What loading found comes first; a reader that passes it on already is not doubled. */
export function withLoadFindings(doc: Doc, reading: Reading): Reading {
  const missing = doc.findings.filter(finding => !reading.findings.includes(finding))
  return missing.length ? { ...reading, findings: [...missing, ...reading.findings] } : reading
}
