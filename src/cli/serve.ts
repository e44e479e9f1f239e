import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { InputError, UsageError } from '../text/errors.js'
import { collect, dossierFolders } from './dossiers.js'
import { withLedger } from './ledger-options.js'
import { numberIn } from './numbers.js'
import type { Io } from './terminal.js'

interface ServeOptions {
  port?: string
  host: string
  db?: string
  fresh?: boolean
  dossier?: string[]
  open?: boolean
  token?: string | true
  origin?: string
  log?: string
}

const EXAMPLES = `
Without --token whoever sits at this machine reads and edits, and nobody else comes in. Any other --host needs tokens.

Examples:
  demarche serve --open
  demarche serve statements/ --fresh
  demarche token new --role editor && demarche serve --host 0.0.0.0 --token
  demarche serve --token --origin https://desk.example.org

docs/SERVE.md says how to host it for others.
`

/** Adds `demarche serve` to the program; `done` gets its exit code. */
export function defineServe(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command: CommandUnknownOpts = program
    .command('serve')
    .summary('serve the desk: the web app and the HTTP API')
    .description(
      'Serves the desk on which statements are read, checked, compared and corrected, and its API for programs.',
    )
    .argument('[input...]', 'statements to add first: files, folders, globs, URLs')
    .option('--port <number>', 'port (default: 7117, or the next that is free)')
    .option('--host <address>', 'address to listen on; any but a loopback one needs --token', '127.0.0.1')
  withLedger(command)
    .option('--fresh', 'a ledger of its own, which is gone when the desk is closed')
    .option(
      '--dossier <folder>',
      'the record (a folder, or the name of a bundled dossier); several times (default: all bundled ones)',
      collect,
    )
    .option('--open', 'open a browser where there is a display')
    .option('--token [file]', 'ask for tokens, those of this file (default: where demarche token new keeps them)')
    .option('--origin <url>', 'the address under which others see it, behind a reverse proxy on this machine')
    .option('--log <file>', 'write the log here (default: standard error; on a terminal only what went wrong)')
    .addHelpText('after', EXAMPLES)
    .action(async (...[inputs, given]: unknown[]) => {
      const options = given as ServeOptions
      if (options.fresh && options.db !== undefined)
        throw new UsageError('--fresh: a fresh ledger is in no place of its own; leave out --db, or --fresh')
      const [{ ledgerPlace }, { runServe }] = await Promise.all([import('../ledger/open.js'), import('./run-serve.js')])
      const plan = {
        inputs: inputs as string[],
        host: options.host,
        port: numberIn(options.port, '--port', 0, 65_535),
        place: options.fresh ? null : ledgerPlace(options.db, io.env),
        dossiers: await dossierFolders(options.dossier ?? []),
        tokens: await tokensIn(options.token, io),
        origin: originIn(options.origin),
        open: options.open ?? false,
        log: options.log ?? null,
      }
      done(await runServe(plan, io))
    })
}

async function tokensIn(named: string | true | undefined, io: Io) {
  if (named === undefined) return null
  const [{ looksLikeToken }, { followTokens, tokenPlace }] = await Promise.all([
    import('../serve/token.js'),
    import('../serve/token-file.js'),
  ])
  if (typeof named === 'string' && looksLikeToken(named))
    throw new UsageError(
      '--token: takes the file of tokens, not a token, which everyone on this machine could see; take that one back and make another',
    )
  const place = tokenPlace(named === true ? undefined : named, io.env)
  const tokens = followTokens(place)
  if (tokens.records().length === 0)
    throw new InputError(`${place}: has no tokens; make one with demarche token new --role editor`)
  return tokens
}

function originIn(given: string | undefined): string | null {
  if (given === undefined) return null
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new UsageError(`--origin: "${given}" is none; give one such as https://desk.example.org`)
  return url.origin
}
