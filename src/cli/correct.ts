import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { ANSWER_FORMATS } from '../export/answer.js'
import { historyAnswer } from '../export/ledger-lists.js'
import { UsageError } from '../text/errors.js'
import { type CorrectionOptions, correctionFrom } from './correction.js'
import { collect } from './dossiers.js'
import { EXIT } from './failure.js'
import { type LedgerOptions, withAnswerOptions, withOpenLedger } from './ledger-options.js'
import { numberIn } from './numbers.js'
import { formatIn, giveAnswer, giveText } from './question.js'
import type { Io } from './terminal.js'

type Options = LedgerOptions &
  CorrectionOptions & { who?: string; why?: string; undo?: true | string; history?: boolean; gold?: string }

const EXAMPLES = `
Acts have the numbers that demarche show gives them. Corrections survive re-reading: acts are found again by their place in the text.

Examples:
  demarche correct 1f0c2a --act 3 --force concern --who "A. Reader" --why "no condemnation is expressed"
  demarche correct 1f0c2a --act 3 --delete --who "A. Reader" --why "reported speech"
  demarche correct 1f0c2a --add --trigger "calls on" --force urge --target NRV --who "A. Reader" --why "missed"
  demarche correct 1f0c2a --undo --who "A. Reader" --why "it was right"
  demarche correct 1f0c2a --history
  demarche correct --gold gold/
`

/** Adds `demarche correct` to the program; `done` gets its exit code. */
export function defineCorrect(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('correct')
    .summary('correct an act, and keep who did and why')
    .description('Changes, adds or deletes an act of a statement, and keeps who did so, when and why.')
    .argument('[id]', 'id (6 digits or more), label or address')
    .option('--act <number>', 'the act, as demarche show numbers it')
    .option('--add', 'a new act')
    .option('--delete', 'the act is none')
    .option('--force <force>', 'its force')
    .option('--intensity <number>', '0 plain, 1 intensified, 2 superlative')
    .option('--actor <who>', 'whose act it is; several times; none for nobody', collect)
    .option('--target <who>', 'at whom it is aimed; several times; none for nobody', collect)
    .option('--topic <topic>', 'what it is about; several times', collect)
    .option('--trigger <span>', 'its trigger: words of the text, or places as 52-68')
    .option('--content <span>', 'its content')
    .option('--condition <span>', 'its condition; none where it has none')
    .option('--repeated', 'it says that it is said again')
    .option('--no-repeated', 'it does not')
    .option('--who <name>', 'who corrects')
    .option('--why <reason>', 'why')
    .option('--undo [number]', 'take back the last correction of the statement, or that of the number')
    .option('--history', "the statement's corrections, or all")
    .option('--gold <folder>', 'write corrected statements as gold for the scorer, one file a statement')
  withAnswerOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (...[name, given]: unknown[]) => {
      const options = given as Options
      if (options.gold !== undefined) await exportGold(name as string | undefined, options.gold, options, io)
      else if (options.history) await showHistory(name as string | undefined, options, io)
      else if (name === undefined)
        throw new UsageError('correct: says no statement; give an id as demarche list shows them')
      else await correct(name as string, options, io)
      done(EXIT.done)
    })
}

async function correct(name: string, options: Options, io: Io): Promise<void> {
  const { who, why, undo } = options
  if (!who?.trim() || !why?.trim())
    throw new UsageError('correct: needs --who and --why; say who corrects and for what reason')
  const said = await withOpenLedger(options, io, 'write', async ledger => {
    const id = await ledger.idOf(name)
    if (undo !== undefined) {
      const number = numberIn(undo === true ? undefined : undo, '--undo', 1, Number.MAX_SAFE_INTEGER)
      const made = await ledger.undo(id, { who, why, ...(number !== null && { correction: number }) })
      return `correction ${made.number} takes back ${made.correction.kind === 'undo' ? made.correction.of : ''}`
    }
    const kept = (await ledger.get(id))!
    const made = await ledger.correct(id, { ...(await correctionFrom(kept, options)), who, why })
    return `correction ${made.number} of ${id.slice(0, 16)} is kept`
  })
  await giveText(`${said}\n`, {}, io)
}

async function showHistory(name: string | undefined, options: Options, io: Io): Promise<void> {
  const format = formatIn(options, ANSWER_FORMATS)
  const answer = await withOpenLedger(options, io, 'read', async ledger => {
    const id = name === undefined ? undefined : await ledger.idOf(name)
    return historyAnswer(await ledger.corrections(id), id === undefined ? null : await ledger.get(id))
  })
  await giveAnswer(answer, format, options, io)
}

async function exportGold(name: string | undefined, folder: string, options: Options, io: Io): Promise<void> {
  const [{ mkdir, writeFile }, { join }, { goldOf }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('../ledger/gold.js'),
  ])
  const count = await withOpenLedger(options, io, 'read', async ledger => {
    const standing = (await ledger.corrections()).filter(
      ({ undone, correction }) => !undone && correction.kind !== 'undo',
    )
    const ids = name === undefined ? [...new Set(standing.map(made => made.statement))] : [await ledger.idOf(name)]
    await mkdir(folder, { recursive: true })
    for (const id of ids) {
      const { doc, reading } = (await ledger.get(id))!
      // A label may be an address or hold slashes.
      const file = join(folder, `${doc.id.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 120)}.json`)
      await writeFile(file, `${JSON.stringify(goldOf(doc, reading), null, 1)}\n`)
    }
    return ids.length
  })
  await giveText(`${count} corrected ${count === 1 ? 'statement' : 'statements'} written to ${folder}\n`, {}, io)
}
