/** What is shown of the acts: by force, by actor, by topic. */
import { useMemo } from 'react'
import { FAMILIES, familyOf } from '../../../../src/export/families.js'
import { topicLabel } from '../../../../src/export/labels.js'
import type { Act } from '../../../../src/read/reading.js'
import { useActorNames } from '../../pieces/actors.js'
import { type Choice, Choices } from '../../pieces/choices.js'
import { countsOf, mostFirst } from '../../pieces/counts.js'
import type { ReadingSearch } from './address.js'

interface Props {
  acts: readonly Act[]
  search: ReadingSearch
  onSearch: (change: Partial<ReadingSearch>) => void
  left: ReadonlySet<number> | null
  named: boolean
  onNamed: (named: boolean) => void
}

export function Rail({ acts, search, onSearch, left, named, onNamed }: Props) {
  const name = useActorNames()
  const forces = useMemo(() => {
    const counts = countsOf(acts.map(({ force }) => force))
    return FAMILIES.flatMap(({ forces: all }) => all).flatMap(force =>
      counts.has(force)
        ? [
            {
              id: force,
              name: <span className={`force-word f-${familyOf(force)}`}>{force}</span>,
              count: counts.get(force),
            },
          ]
        : [],
    )
  }, [acts])
  const actors = useMemo(() => mostFirst(acts.flatMap(act => [...new Set([...act.actors, ...act.targets])])), [acts])
  const topics = useMemo(() => mostFirst(acts.flatMap(act => act.topics)), [acts])
  const filtered = left !== null
  return (
    <div className="rail">
      <Choices name="Force" choices={forces} chosen={search.force ?? []} onChange={force => onSearch({ force })} />
      <Choices
        name="Actor"
        choices={choicesOf(actors, name)}
        chosen={search.actor ?? []}
        onChange={actor => onSearch({ actor })}
      />
      <Choices
        name="Topic"
        choices={choicesOf(topics, topicLabel)}
        chosen={search.topic ?? []}
        onChange={topic => onSearch({ topic })}
      />
      <Choices
        name="Marks"
        choices={[{ id: 'named', name: 'names, dates, numbers' }]}
        chosen={named ? ['named'] : []}
        onChange={chosen => onNamed(chosen.length > 0)}
      />
      <p className="rail-foot" aria-live="polite">
        {filtered && (
          <>
            {left.size} of {acts.length} acts{' '}
            <button
              type="button"
              className="plain"
              onClick={() => onSearch({ force: undefined, actor: undefined, topic: undefined })}
            >
              Show all
            </button>
          </>
        )}
      </p>
    </div>
  )
}

function choicesOf(counts: readonly [string, number][], name: (id: string) => string): Choice[] {
  return counts.map(([id, count]) => ({ id, name: name(id), count }))
}
