import './formulas.css'
import { useParams, useSearch } from '@tanstack/react-router'
import type { FormulasSearch } from './address.js'
import { Life } from './life.js'
import { Overview } from './overview.js'

/** Formulas: those that the record tracks, those that recur, and the life of one. */
export function FormulasView() {
  const { family } = useParams({ strict: false })
  const { phrase } = useSearch({ strict: false }) as FormulasSearch
  return (
    <div className="page formulas">
      {family !== undefined ? (
        <Life key={family} family={family} />
      ) : phrase !== undefined ? (
        <Life key={phrase} phrase={phrase} />
      ) : (
        <Overview />
      )}
    </div>
  )
}
