/** The use that a person chose: its words in their sentence. */
import { useQuery } from '@tanstack/react-query'
import type { Lineage } from '../../client/types.gen.js'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { Answer } from '../../pieces/states.js'
import { readingQuery } from '../reading/queries.js'
import { idOfUse } from './lanes.js'
import { ShapeKey } from './shape.js'
import { WordsLink } from './words-link.js'

interface Props {
  /** Statement and place. */
  use: string | undefined
  data: Lineage
  titles: ReadonlyMap<string, string>
  order: ReadonlyMap<string, number>
  onClose: () => void
}

export function Chosen({ use: id, data, ...rest }: Props) {
  const use = id === undefined ? undefined : data.uses.find(each => idOfUse(each) === id)
  return (
    <div className="chosen" aria-live="polite">
      {use && <One use={use} {...rest} />}
    </div>
  )
}

type OneProps = Omit<Props, 'use' | 'data'> & { use: Lineage['uses'][number] }

function One({ use, titles, order, onClose }: OneProps) {
  const name = useActorNames()
  const reading = useQuery(readingQuery(use.statement))
  return (
    <section aria-label="The use that is chosen">
      <p className="tools">
        <span>
          <ShapeKey index={order.get(use.variant) ?? 99} /> {titles.get(use.variant)}
        </span>
        <Day day={use.date} />
        <span className="dim">{inRow(use.issuers.map(name), 6)}</span>
      </p>
      <Answer query={reading} what="the sentence" lines={2}>
        {({ statement: { text, language, title, date }, sentences }) => {
          const { start, end } = use.span
          const sentence = sentences.find(each => each.start <= start && start < each.end) ?? use.span
          return (
            <>
              <blockquote lang={language} dir="auto">
                {text.slice(sentence.start, start)}
                <mark>{text.slice(start, end)}</mark>
                {text.slice(end, Math.max(end, sentence.end))}
              </blockquote>
              <p className="tools">
                <WordsLink use={use}>{title ?? 'Read the statement'}</WordsLink>
                <CiteButton
                  quote={text.slice(sentence.start, Math.max(end, sentence.end))}
                  title={title ?? use.statement}
                  date={date}
                  by={inRow(use.issuers.map(name))}
                  address={`/s/${use.statement}`}
                />
                <button type="button" className="plain" onClick={onClose}>
                  Close
                </button>
              </p>
            </>
          )
        }}
      </Answer>
    </section>
  )
}
