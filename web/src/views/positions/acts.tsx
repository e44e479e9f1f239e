/** The acts behind a cell, latest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { familyOf } from '../../../../src/export/families.js'
import { topicLabel } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getPositionsCell } from '../../client/sdk.gen.js'
import type { FoundAct } from '../../client/types.gen.js'
import { Actors, useActorNames } from '../../pieces/actors.js'
import { Day } from '../../pieces/day.js'
import { Dialog } from '../../pieces/dialog.js'
import { Force } from '../../pieces/force.js'
import { Empty, Failed, Loading } from '../../pieces/states.js'

interface Props {
  /** Actor and topic; the dialog is closed without one. */
  cell: string | undefined
  since: number | undefined
  onClose: () => void
}

export function Acts({ cell, since, onClose }: Props) {
  const name = useActorNames()
  // An actor's id may have a colon of its own; a topic has none.
  const at = cell?.lastIndexOf(':') ?? -1
  const title = cell === undefined ? '' : `${name(cell.slice(0, at))} on ${topicLabel(cell.slice(at + 1))}`
  return (
    <Dialog title={title} open={cell !== undefined} onClose={onClose}>
      {cell !== undefined && <List cell={cell} since={since} />}
    </Dialog>
  )
}

function List({ cell, since }: { cell: string; since: number | undefined }) {
  const query = useInfiniteQuery({
    queryKey: ['position', cell, since],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answer(
        getPositionsCell({
          path: { cell },
          query: { from: since === undefined ? undefined : String(since), limit: 40, cursor: pageParam },
          signal,
        }),
      ),
    getNextPageParam: last => last.next ?? undefined,
  })
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading what="the acts" lines={6} />
  const acts = query.data.pages.flatMap(page => page.acts)
  if (acts.length === 0) return <Empty title="There is no such act" />
  return (
    <>
      <ol className="cell-acts">
        {acts.map(found => (
          <li key={found.id}>
            <p className="tools">
              <Day day={found.statement.date} />
              <Force force={found.force} intensity={found.intensity} repeated={found.repeated} />
              {found.targets.length > 0 && (
                <span>
                  <span aria-hidden="true">→</span>
                  <span className="hidden">toward</span> <Actors ids={found.targets} most={3} />
                </span>
              )}
            </p>
            <blockquote lang={found.statement.language} dir="auto">
              <Said {...found} />
            </blockquote>
            <p>
              <Link to="/s/$id" params={{ id: found.statement.id }} search={{ act: found.n }}>
                {found.statement.title ?? found.statement.label}
              </Link>
            </p>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <p>
          <button
            type="button"
            className="plain"
            disabled={query.isFetching}
            onClick={() => void query.fetchNextPage()}
          >
            Show more
          </button>
        </p>
      )}
    </>
  )
}

/** The sentence, the words that do the act marked. */
function Said({ trigger, force, within: { start, text } }: FoundAct) {
  const [from, to] = [trigger.start - start, trigger.end - start]
  if (from < 0 || to > text.length) return text
  return (
    <>
      {text.slice(0, from)}
      <b className={`trigger f-${familyOf(force)}`}>{text.slice(from, to)}</b>
      {text.slice(to)}
    </>
  )
}
