import { topicLabel } from '../../../../src/export/labels.js'
import type { Cell } from '../../client/types.gen.js'
import { useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Force } from '../../pieces/force.js'
import { Table } from '../../pieces/table.js'
import { standing } from './matrix.js'

/** All cells as a table. */
export function CellTable({ cells, open }: { cells: readonly Cell[]; open: (cell: string) => void }) {
  const name = useActorNames()
  return (
    <Table
      caption="Positions, a row for each actor and topic"
      rows={cells}
      rowKey={({ id }) => id}
      columns={[
        { id: 'actor', name: 'Actor', key: ({ actor }) => name(actor), head: true },
        { id: 'topic', name: 'Topic', key: ({ topic }) => topicLabel(topic) },
        {
          id: 'acts',
          name: 'Acts',
          number: true,
          key: ({ acts }) => acts,
          cell: ({ id, acts, actor, topic }) => (
            <button type="button" className="plain" onClick={() => open(id)}>
              {acts}
              <span className="hidden">
                {' '}
                acts of {name(actor)} on {topicLabel(topic)}
              </span>
            </button>
          ),
        },
        {
          id: 'strongest',
          name: 'Strongest',
          key: cell => standing(cell, 'strongest').force,
          cell: cell => <Force {...standing(cell, 'strongest')} />,
        },
        {
          id: 'latest',
          name: 'Latest',
          key: ({ latest }) => latest.force,
          cell: ({ latest }) => <Force {...latest} />,
        },
        {
          id: 'date',
          name: 'On',
          key: ({ latest }) => latest.date ?? null,
          cell: ({ latest }) => <Day day={latest.date ?? null} short />,
        },
        { id: 'trend', name: 'Than the year before', key: ({ trend }) => trend, cell: ({ trend }) => trend ?? '–' },
      ]}
    />
  )
}
