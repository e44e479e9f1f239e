/** Which formulas there are: families of the record, and phrases that recur in the ledger. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { counted } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getFormulas, getLineage } from '../../client/sdk.gen.js'
import type { FormulaFamily, RecurringPhrase } from '../../client/types.gen.js'
import { inRow, useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { Table } from '../../pieces/table.js'
import { ViewHead } from '../../pieces/view-head.js'
import type { FormulasSearch } from './address.js'
import { familiesQuery } from './queries.js'

/** Recurring phrases that are asked for, the weightiest. */
const MOST = 200
/** What a phrase must have where nothing else is asked. */
const [LEAST, VOICES] = [5, 2]

export function Overview() {
  const { least = LEAST, voices = VOICES, since } = useSearch({ from: '/formulas' })
  const families = useQuery(familiesQuery)
  const phrases = useQuery({
    queryKey: ['formulas', least, voices, since],
    queryFn: ({ signal }) =>
      answer(
        getFormulas({
          query: { least, voices, from: since === undefined ? undefined : String(since), limit: MOST },
          signal,
        }),
      ),
  })
  return (
    <>
      <ViewHead
        title="Formulas"
        lead="Wordings that come back, and the day on which somebody changes one. Choose a formula to see who used it, in which words, from when to when."
        tools={
          <>
            <CiteButton title="Formulas" />
            {phrases.data && (
              <DownloadMenu
                name="formulas"
                csv={() => [
                  ['phrase', 'statements', 'voices', 'first', 'last', 'score'],
                  ...phrases.data.formulas.map(({ phrase, statements, voices: of, first, last, score }) => [
                    phrase,
                    statements,
                    of.map(each => each.voice).join('; '),
                    first,
                    last,
                    score,
                  ]),
                ]}
                json={() => phrases.data}
              />
            )}
          </>
        }
      />
      <Trace />
      <section className="families">
        <h2>Followed by the record</h2>
        <Answer query={families} what="families of formulas" lines={6}>
          {({ families: rows }) =>
            rows.length === 0 ? (
              <p className="dim">No dossier is loaded, so none is followed.</p>
            ) : (
              <ul>
                {rows.map(family => (
                  <Family key={family.id} family={family} />
                ))}
              </ul>
            )
          }
        </Answer>
      </section>
      <section className="recurring">
        <h2>Phrases that recur</h2>
        <Asked least={least} voices={voices} since={since} />
        <Answer query={phrases} what="recurring phrases" lines={10}>
          {({ formulas, total }) => <Phrases rows={formulas} total={total} />}
        </Answer>
      </section>
    </>
  )
}

/** Any words of one's own. */
function Trace() {
  const navigate = useNavigate()
  const [phrase, setPhrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (phrase.trim()) void navigate({ to: '/formulas', search: { phrase: phrase.trim() } })
  }
  return (
    <form className="trace" onSubmit={submit}>
      <label className="field">
        <span>Words of your own</span>
        <input value={phrase} onChange={event => setPhrase(event.target.value)} placeholder="without preconditions" />
      </label>
      <button type="submit" className="button">
        Trace them
      </button>
    </form>
  )
}

/** A family with its wordings, and how much they are used. */
function Family({ family: { id, title, variants } }: { family: FormulaFamily }) {
  const { data } = useQuery({
    queryKey: ['lineage', 'size', id],
    queryFn: ({ signal }) => answer(getLineage({ query: { family: id, limit: 1 }, signal })),
  })
  return (
    <li>
      <h3>
        <Link to="/formulas/$family" params={{ family: id }}>
          {title}
        </Link>
      </h3>
      <p className="variants">{variants.map(variant => variant.title).join(' · ')}</p>
      <p className="dim uses">
        {data &&
          (data.total === 0
            ? 'not used in the ledger'
            : [
                counted(data.total, 'use'),
                counted(data.issuers.length, 'issuer'),
                ...(data.switches.length
                  ? [data.switches.length === 1 ? '1 switch' : `${data.switches.length} switches`]
                  : []),
              ].join(', '))}
      </p>
    </li>
  )
}

function Asked({ least, voices, since }: { least: number; voices: number; since: number | undefined }) {
  const navigate = useNavigate({ from: '/formulas' })
  const set = (to: FormulasSearch) =>
    void navigate({ search: before => ({ ...before, ...to }), replace: true, resetScroll: false })
  const options = (values: readonly number[], value: number) => [...new Set([...values, value])].sort((a, b) => a - b)
  return (
    <p className="asked tools">
      <label>
        In at least{' '}
        <select value={least} onChange={event => set({ least: Number(event.target.value) })}>
          {options([2, 3, 5, 10, 20], least).map(value => (
            <option key={value}>{value}</option>
          ))}
        </select>{' '}
        statements
      </label>
      <label>
        by at least{' '}
        <select value={voices} onChange={event => set({ voices: Number(event.target.value) })}>
          {options([1, 2, 3, 5], voices).map(value => (
            <option key={value}>{value}</option>
          ))}
        </select>{' '}
        voices
      </label>
      <label>
        since the year{' '}
        <input
          inputMode="numeric"
          pattern="\d{4}"
          size={5}
          defaultValue={since}
          placeholder="any"
          onChange={({ target: { value } }) => {
            if (value === '' || /^\d{4}$/.test(value)) set({ since: value === '' ? undefined : Number(value) })
          }}
        />
      </label>
    </p>
  )
}

function Phrases({ rows, total }: { rows: readonly RecurringPhrase[]; total: number }) {
  const name = useActorNames()
  if (rows.length === 0)
    return <Empty title="No phrase recurs as often as that">Fewer statements or voices find more.</Empty>
  return (
    <>
      <Table
        caption="Phrases that recur"
        rows={rows}
        rowKey={({ phrase }) => phrase}
        columns={[
          {
            id: 'phrase',
            name: 'Phrase',
            key: ({ phrase }) => phrase,
            head: true,
            cell: ({ phrase }) => (
              <Link to="/formulas" search={{ phrase }} className="phrase">
                {phrase}
              </Link>
            ),
          },
          { id: 'statements', name: 'Statements', number: true, key: ({ statements }) => statements },
          {
            id: 'voices',
            name: 'Voices',
            key: ({ voices }) => voices.length,
            cell: ({ voices }) =>
              inRow(
                voices.map(({ voice }) => voice.split('+').map(name).join(' with ')),
                4,
              ),
          },
          { id: 'first', name: 'First', key: ({ first }) => first, cell: ({ first }) => <Day day={first} short /> },
          { id: 'last', name: 'Last', key: ({ last }) => last, cell: ({ last }) => <Day day={last} short /> },
        ]}
      />
      {total > rows.length && (
        <p className="dim">
          The {rows.length} weightiest of {total}.
        </p>
      )}
    </>
  )
}
