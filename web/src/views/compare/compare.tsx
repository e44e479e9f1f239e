import './compare.css'
import { useSearch } from '@tanstack/react-router'
import { statementsIn } from './address.js'
import { Choose } from './choose.js'
import { Several } from './several.js'
import { Two } from './two.js'

/** What became of one statement in another; of three and more, who says what on each point. */
export function CompareView() {
  const search = useSearch({ from: '/compare' })
  const ids = statementsIn(search)
  const [a, b] = ids
  return (
    <div className="page compare">
      {ids.length > 2 ? (
        <Several ids={ids} />
      ) : a !== undefined && b !== undefined ? (
        <Two key={`${a} ${b}`} a={a} b={b} />
      ) : (
        <Choose id={a} />
      )}
    </div>
  )
}
