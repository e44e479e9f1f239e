import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bodyOf, type Gold } from '../scripts/gold/compile.js'

/** A gold statement of our own. */
export interface GoldCase {
  id: string
  /** The file as it is, with its front matter. */
  raw: string
  /** The text that all offsets index. */
  body: string
  gold: Gold
}

export const goldFolder = join(import.meta.dirname, 'gold')

/** All gold statements in `test/gold`, by id. */
export function loadGold(): GoldCase[] {
  return readdirSync(goldFolder)
    .filter(id => existsSync(join(goldFolder, id, 'gold.json')))
    .sort()
    .map(id => {
      const raw = readFileSync(join(goldFolder, id, 'statement.txt'), 'utf8')
      const gold: Gold = JSON.parse(readFileSync(join(goldFolder, id, 'gold.json'), 'utf8'))
      return { id, raw, body: bodyOf(raw), gold }
    })
}
