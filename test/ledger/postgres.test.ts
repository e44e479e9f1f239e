import { afterAll, describe } from 'vitest'
import { openLedger } from '../../src/ledger/open.js'
import { conformance } from './conformance.js'
import { startServer } from './postgres-server.js'

const server = await startServer()
afterAll(() => server?.end())

describe.skipIf(server === null)('with a server', () => {
  let model: string | undefined
  const fresh = async () => {
    if (model === undefined) {
      model = await server!.database()
      await (await openLedger(model, 'write')).close()
    }
    return server!.database(model)
  }
  conformance('PostgreSQL', async () => openLedger(await fresh(), 'write'))
})
