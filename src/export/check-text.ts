import { claimLines, claimSummary } from './claim-lines.js'
import type { Format } from './format.js'
import { headerLines } from './text.js'
import { findingLines } from './text-summary.js'

/** The claims of a statement for reading in a terminal, each with its verdict, the reason and the rows. */
export const checkText: Format = {
  name: 'text',
  description: 'for reading in a terminal',
  extension: '.txt',
  many: true,
  explains: false,
  head: '',
  between: '\n\n',
  write(statement, reading, options) {
    const verdicts = options.verdicts ?? []
    const lines = [
      ...headerLines(statement, options),
      '',
      ...verdicts.flatMap(verdict => [...claimLines(verdict, statement, options), '']),
      ...findingLines(statement, reading, options),
      ...(verdicts.length === 0
        ? ['no claim of fact was found that a record could decide']
        : claimSummary(verdicts, options)),
    ]
    return `${lines.join('\n')}\n`
  },
}
