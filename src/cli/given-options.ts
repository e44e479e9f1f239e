/** What the user says of a statement that is brought: options of all commands that bring one. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageError } from '../text/errors.js'
import type { ReadJob } from './pipeline.js'

export interface GivenOptions {
  issuers?: string
  date?: string
  language?: string
  title?: string
  allowPrivate?: boolean
}

/** Adds what can be said of a statement, and `--allow-private`. */
export function withGiven(command: CommandUnknownOpts): CommandUnknownOpts {
  return command
    .option('--issuers <ids>', 'who issued the statement, as codes: ARL,NRV')
    .option('--date <day>', 'when it was issued: YYYY-MM-DD')
    .option('--language <code>', 'its language, in two letters: en')
    .option('--title <title>', 'its title')
    .option('--allow-private', 'fetch from private and loopback addresses too')
}

/** @throws UsageError */
export async function givenIn({ issuers, date, language, title }: GivenOptions): Promise<ReadJob['given']> {
  const { checkDay, checkLanguage } = await import('../load/declared.js')
  return {
    ...(issuers !== undefined && { issuers: issuersIn(issuers) }),
    ...(date !== undefined && { date: checkDay(date, '--date', UsageError) }),
    ...(language !== undefined && { language: checkLanguage(language, '--language', UsageError) }),
    ...(title !== undefined && { title }),
  }
}

function issuersIn(list: string): string[] {
  const ids = list.split(/[\s,;]+/).filter(Boolean)
  if (!ids.length) throw new UsageError('--issuers: names nobody; give codes with commas between them, or leave it out')
  return ids
}
