import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { UsageError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { streamOutput } from './output.js'
import type { Io } from './terminal.js'

interface TokenOptions {
  file?: string
  name?: string
  role?: string
}

const WHERE = 'the file of tokens (default: one in the folder for settings, which demarche token list names)'

/** Adds `demarche token` to the program; `done` gets its exit code. */
export function defineToken(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const token = program
    .command('token')
    .summary('make, list and take back tokens for demarche serve')
    .description('Tokens open a desk that others can reach. The file keeps only their SHA-256; a token is shown once.')
  const rooms = () => Promise.all([import('../serve/token.js'), import('../serve/token-file.js')])
  const say = async (text: string) => {
    const output = streamOutput(io.stdout)
    await output.write(text)
    await output.close()
    done(EXIT.done)
  }

  const add: CommandUnknownOpts = token.command('new')
  add
    .summary('make a token')
    .description('Makes a token, keeps its SHA-256 and prints it: alone on a line, and never again.')
    .option('--role <role>', 'reader (asks) or editor (also adds, removes and corrects)', 'reader')
    .option('--name <name>', 'whose it is, or what for', 'token')
    .option('--file <file>', WHERE)
    .action(async () => {
      const { role, name = '', file } = add.opts() as TokenOptions
      const [{ newToken, ROLES }, { readTokens, tokenPlace, writeTokens }] = await rooms()
      const chosen = ROLES.find(known => known === role)
      if (chosen === undefined) throw new UsageError(`--role: "${role}" is none; choose one of ${ROLES.join(', ')}`)
      const place = tokenPlace(file, io.env)
      const records = readTokens(place)
      const free = freeName(name, new Set(records.map(record => record.name)))
      const { token: made, record } = newToken(free, chosen, new Date().toISOString().slice(0, 10))
      writeTokens(place, [...records, record])
      io.stderr.write(
        `${free}: a token for ${chosen === 'editor' ? 'an editor' : 'a reader'}; its SHA-256 is in ${place}\n`,
      )
      await say(`${made}\n`)
    })

  const list: CommandUnknownOpts = token.command('list')
  list
    .summary('list the tokens')
    .option('--file <file>', WHERE)
    .action(async () => {
      const [, { readTokens, tokenPlace }] = await rooms()
      const place = tokenPlace((list.opts() as TokenOptions).file, io.env)
      const records = readTokens(place)
      const lines = records.map(({ name, role, made }) => `${made}  ${role}  ${name}\n`)
      await say(`${place}: ${records.length === 0 ? 'no tokens' : `${records.length} of them`}\n${lines.join('')}`)
    })

  const remove: CommandUnknownOpts = token.command('remove')
  remove
    .summary('take a token back')
    .description('Takes a token back: a running server refuses it, and ends its sessions, within a second.')
    .argument('<name>')
    .option('--file <file>', WHERE)
    .action(async (...[given]: unknown[]) => {
      const [, { readTokens, tokenPlace, writeTokens }] = await rooms()
      const place = tokenPlace((remove.opts() as TokenOptions).file, io.env)
      const records = readTokens(place)
      const left = records.filter(({ name }) => name !== given)
      if (left.length === records.length)
        throw new UsageError(`"${given}": ${place} has no token of that name; see demarche token list`)
      writeTokens(place, left)
      await say(`${given}: taken back\n`)
    })
}

/** A name that no other token has, by a number after it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${number}`
    if (!taken.has(tried)) return tried
  }
}
