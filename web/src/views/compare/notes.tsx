/** What a change means, in the margin: acts that came, went or changed, and formulas that were switched. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ActChange, FormulaSwitch } from '../../../../src/compare/comparison.js'
import type { Compared, Read } from '../../../../src/export/comparison/format.js'
import { type ActView, actView, changeLabel } from '../../../../src/export/comparison/summary.js'
import { Actors } from '../../pieces/actors.js'
import { Force } from '../../pieces/force.js'
import { familiesQuery } from '../formulas/queries.js'
import type { Row } from './rows.js'

export function Notes({ row: { acts, formulas }, compared }: { row: Row; compared: Compared }) {
  if (acts.length + formulas.length === 0) return null
  return (
    <ul>
      {acts.map(change => (
        <li key={`${change.a} ${change.b}`}>
          <ActNote change={change} compared={compared} />
        </li>
      ))}
      {formulas.filter(isFirst).map(formula => (
        <li key={`${formula.from} ${formula.to} ${formula.b.start}`}>
          <FormulaNote formula={formula} />
        </li>
      ))}
    </ul>
  )
}

/** Of the same switch several times in one sentence the first tells all. */
function isFirst({ from, to }: FormulaSwitch, at: number, all: readonly FormulaSwitch[]): boolean {
  return all.findIndex(each => each.from === from && each.to === to) === at
}

function ActNote({ change: { a, b, changes }, compared }: { change: ActChange; compared: Compared }) {
  const before = a === null ? null : actView(compared.a, a)
  const after = b === null ? null : actView(compared.b, b)
  const shown = (after ?? before)!
  const parties = (view: ActView) => (
    <span className="parties">
      <Parties view={view} of={view === after ? compared.b : compared.a} />
    </span>
  )
  const redirected = before && after && changes.includes('redirected')
  const forces =
    before && after && (before.act.force !== after.act.force || before.act.intensity !== after.act.intensity)
  return (
    <>
      <p className="what">{changes.map(changeLabel).join(', ')}</p>
      <p>
        {forces && (
          <>
            <Force force={before.act.force} intensity={before.act.intensity} /> <To />{' '}
          </>
        )}
        <Force force={shown.act.force} intensity={shown.act.intensity} />
      </p>
      {redirected ? (
        <p>
          {parties(before)} <To /> {parties(after)}
        </p>
      ) : (
        <p>{parties(shown)}</p>
      )}
      {before && after && before.trigger !== after.trigger ? (
        <p className="words">
          <del>{before.trigger}</del> <ins>{after.trigger}</ins>
        </p>
      ) : (
        <p className="words">“{shown.trigger}”</p>
      )}
      {after?.condition && changes.includes('condition-added') && (
        <p>
          on condition: <ins className="words">{after.condition}</ins>
        </p>
      )}
      {before?.condition && changes.includes('condition-removed') && (
        <p>
          no longer on condition: <del className="words">{before.condition}</del>
        </p>
      )}
    </>
  )
}

/** Who does it to whom. */
function Parties({ view: { act }, of }: { view: ActView; of: Read }) {
  const all = act.actors.length === of.statement.issuers.length && act.actors.length > 3
  return (
    <>
      {all ? `the ${act.actors.length} issuers` : <Actors ids={act.actors} most={3} none="nobody named" />}
      {act.targets.length > 0 && (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span className="hidden">toward</span> <Actors ids={act.targets} most={3} />
        </>
      )}
    </>
  )
}

/** From what was to what is. */
function To() {
  return (
    <>
      <span aria-hidden="true" className="to">
        ⇒
      </span>
      <span className="hidden">became</span>
    </>
  )
}

function FormulaNote({ formula: { family, from, to } }: { formula: FormulaSwitch }) {
  const { data } = useQuery(familiesQuery)
  const known = data?.families.find(({ id }) => id === family)
  const variant = (id: string) => {
    const short = id.replace(`${family}/`, '')
    return known?.variants.find(each => each.id === id || each.id === short)?.title ?? short.replaceAll('-', ' ')
  }
  return (
    <>
      <p className="what">formula switched</p>
      <p>
        <Link to="/formulas/$family" params={{ family }}>
          {known?.title ?? family}
        </Link>
        : from <i>{variant(from)}</i> to <i>{variant(to)}</i>
      </p>
    </>
  )
}
