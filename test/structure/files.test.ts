/** Holds files small, their names telling, and exports named. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { lineOf, ROOT, sourcesIn } from './sources.js'

const MOST_LINES = 400
const DUMPING_GROUND = /(?:^|[/-])(?:utils?|common|helpers?|misc|shared|tools)(?:[/.-]|$)/

const sources = sourcesIn().filter(source => !source.generated)

describe('files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
    expect(long).toEqual([])
  })

  it('are named after what they hold', () => {
    expect(sources.map(source => source.path).filter(path => DUMPING_GROUND.test(path))).toEqual([])
    expect(sources.map(source => source.path).filter(path => !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
  })

  it('say at their head what they are, or are small', () => {
    const silent = sources.filter(({ text }) => text.split('\n').length > 150 && !/^\s*(?:\/\*\*|\/\/)/m.test(text))
    expect(silent.map(source => source.path)).toEqual([])
  })

  it('have named exports only', () => {
    const wrong = sources.flatMap(source =>
      source.tree.statements
        .filter(
          statement =>
            ts.isExportAssignment(statement) ||
            (ts.isExportDeclaration(statement) && !statement.exportClause) ||
            (ts.canHaveModifiers(statement) &&
              ts.getModifiers(statement)?.some(modifier => modifier.kind === ts.SyntaxKind.DefaultKeyword)),
        )
        .map(statement => lineOf(source, statement.getStart())),
    )
    expect(wrong).toEqual([])
  })

  it('are led to by ARCHITECTURE.md', () => {
    const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    const rooms = [...new Set(sources.map(source => source.room))].filter(Boolean)
    expect(rooms.filter(room => !page.includes(`\`src/${room}/\``))).toEqual([])
  })
})
