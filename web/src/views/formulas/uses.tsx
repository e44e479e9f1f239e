import type { Lineage } from '../../client/types.gen.js'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Table } from '../../pieces/table.js'
import { ShapeKey } from './shape.js'
import { WordsLink } from './words-link.js'

interface Props {
  uses: Lineage['uses']
  titles: ReadonlyMap<string, string>
  order: ReadonlyMap<string, number>
}

/** All uses as a table. */
export function UseTable({ uses, titles, order }: Props) {
  const name = useActorNames()
  return (
    <Table
      caption="Uses, in order of date"
      rows={uses}
      rowKey={({ statement, span, variant }) => `${statement} ${span.start} ${variant}`}
      columns={[
        { id: 'date', name: 'Date', key: ({ date }) => date, cell: ({ date }) => <Day day={date} short /> },
        {
          id: 'issuers',
          name: 'Issuers',
          key: ({ issuers }) => issuers.map(name).join(' '),
          cell: ({ issuers }) => inRow(issuers.map(name), 4),
        },
        {
          id: 'variant',
          name: 'Wording',
          key: ({ variant }) => titles.get(variant) ?? variant,
          cell: ({ variant }) => (
            <>
              <ShapeKey index={order.get(variant) ?? 99} /> {titles.get(variant)}
            </>
          ),
        },
        { id: 'words', name: 'Words', key: ({ text }) => text, cell: use => <WordsLink use={use} /> },
        { id: 'title', name: 'Statement', key: ({ title }) => title, cell: ({ title }) => title ?? 'Without a title' },
      ]}
    />
  )
}
