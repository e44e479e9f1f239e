/** Kills processes that add, at random moments, and looks at what is left. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'
import { entry } from './making.js'

/** Processes that add to the same ledger at once. */
const AT_ONCE = 4
/** Milliseconds within which a process is killed after its first statement, at most. */
const MOMENT = 60
const SENTENCES = 'We condemn the launch by Norvia. We urge Norvia to stop. Talks go on in Sund. '

/**
 * @returns how many processes were killed, what they had reported, what is there, and whatever was wrong
 */
export async function killAdding(kills: number, random: () => number) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kill-'))
  try {
    const file = join(folder, 'ledger.db')
    const model = join(folder, 'model.json')
    writeFileSync(model, JSON.stringify(await entry({ text: `Arland says ${'x'.repeat(24)}. ${SENTENCES.repeat(4)}` })))
    await (await openLedger(file, 'write')).close()
    const reported = new Map<string, string>()
    const wrong: string[] = []
    let killed = 0
    for (let round = 0; killed < kills; round++) {
      const runs = Array.from({ length: AT_ONCE }, (_, i) => killOne(file, model, `r${round}p${i}`, random() * MOMENT))
      for (const { lines, fault } of await Promise.all(runs)) {
        killed++
        if (fault) wrong.push(fault)
        for (const line of lines) reported.set(...(line.split(' ') as [string, string]))
      }
      const ledger = await openLedger(file, 'write')
      wrong.push(...(await halves(ledger)))
      await ledger.close()
    }
    const ledger = await openLedger(file, 'read')
    wrong.push(...(await ledger.database.faults()), ...(await missing(ledger, reported)))
    const { statements } = await ledger.stats()
    await ledger.close()
    return { killed, reported: reported.size, statements, wrong }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function killOne(
  file: string,
  model: string,
  name: string,
  after: number,
): Promise<{ lines: string[]; fault: string }> {
  return new Promise(resolve => {
    const script = join(import.meta.dirname, 'adding.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, file, model, name], { stdio: 'pipe' })
    let said = ''
    let fault = ''
    child.stdout.on('data', data => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
      said += data
    })
    child.stderr.on('data', data => {
      fault += data
    })
    // A line that was cut off was not reported.
    child.on('close', () => resolve({ lines: said.split('\n').slice(0, -1), fault }))
  })
}

/** Statements of which not all is there. */
export async function halves({ database }: Ledger): Promise<string[]> {
  const rows = await database.all<{ id: string }>(
    `SELECT id FROM statements s WHERE sentences <> (SELECT count(*) FROM sentences x WHERE x.key >= s.place AND x.key < s.place + s.sentences)
      OR acts <> (SELECT count(*) FROM acts a WHERE a.sentence >= s.place AND a.sentence < s.place + s.sentences)
      OR NOT EXISTS (SELECT 1 FROM texts t WHERE t.statement = s.key)`,
  )
  const [counts] = await database.all<{ loose: number }>(
    'SELECT (SELECT count(*) FROM texts) - (SELECT count(*) FROM statements) AS loose',
  )
  return [
    ...rows.map(({ id }) => `${id} is half there`),
    ...(counts!.loose ? [`${counts!.loose} texts without a statement`] : []),
  ]
}

/** What was reported as added and cannot be read or found. */
async function missing(ledger: Ledger, reported: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong: string[] = []
  for (const [id, mark] of reported) {
    if ((await ledger.get(id))?.doc.id !== mark) wrong.push(`${id} was reported and is lost`)
    else if ((await ledger.search(mark, {}, { limit: 2, after: null })).length !== 1) wrong.push(`${mark} is not found`)
  }
  return wrong
}
