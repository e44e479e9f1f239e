/** Holds the public face of the library, and that nothing is exported for nobody. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'
import { type SourceFile, sourcesIn } from './sources.js'

const VALUES =
  'DataError DemarcheError FORCES FORMATS InputError READER_VERSION UsageError check compare explain link load loadDossier read write'
const TYPES =
  'Act ActChange ActChangeKind ActorName Claim ClaimKind CompareOptions Comparison Decision Doc Dossier Edit Finding Force Format FormatOptions FormulaFamily FormulaSwitch FormulaVariant IssuerFinder LoadOptions Mention OriginRun Outcome Pair PairKind Provenance ReadOptions Reading Sentence SentenceStatus Severity Side Source Span StatementRecord Verdict VerdictRow'

const sources = sourcesIn()

describe('exports', () => {
  it('of the library are exactly these', () => {
    expect(Object.keys(library).sort()).toEqual(VALUES.split(' '))
    const index = sources.find(source => source.path === 'index.ts')
    expect(namesOf(index!).sort()).toEqual([...VALUES.split(' '), ...TYPES.split(' ')].sort())
  })

  it('of values are imported somewhere', () => {
    const used = new Map<string, Set<string>>()
    for (const source of ['src', 'test', 'scripts', 'bench'].flatMap(sourcesIn))
      for (const { file, names } of source.imports)
        if (file) used.set(file, new Set([...(used.get(file) ?? []), ...names]))
    const unused = sources
      .filter(source => source.path !== 'index.ts' && !source.generated)
      .flatMap(source => {
        const names = used.get(source.path) ?? new Set()
        return names.has('*')
          ? []
          : valuesOf(source)
              .filter(name => !names.has(name))
              .map(name => `${source.path}: ${name}`)
      })
    expect(unused).toEqual([])
  })
})

/** A type may be exported because an exported function speaks of it. */
function valuesOf(source: SourceFile): string[] {
  const types = source.tree.statements.filter(s => ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s))
  const names = new Set(types.map(type => type.name.text))
  return namesOf(source).filter(name => !names.has(name) && !reexported(source, name))
}

function reexported({ tree }: SourceFile, name: string): boolean {
  return tree.statements.some(s => ts.isExportDeclaration(s) && s.isTypeOnly && s.getText().includes(name))
}

function namesOf({ tree }: SourceFile): string[] {
  return tree.statements.flatMap(statement => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      return statement.exportClause.elements.map(element => element.name.text)
    if (!ts.canHaveModifiers(statement)) return []
    if (!ts.getModifiers(statement)?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(d => d.name.getText())
    return 'name' in statement && statement.name ? [(statement.name as ts.Identifier).text] : []
  })
}
