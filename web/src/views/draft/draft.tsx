/** A draft, read as it is typed: what each sentence does, whether the record bears it out, and whether it was said before. */
import './draft.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { counted } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { postCheck, postLookupPrecedents } from '../../client/sdk.gen.js'
import { useActorList, useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Empty, Failed } from '../../pieces/states.js'
import { ViewHead } from '../../pieces/view-head.js'
import { type DraftSearch, draftAddress, draftText, keepDraft } from './address.js'
import { DraftSentences } from './sentences.js'
import { type DraftRead, useReader } from './use-reader.js'

/** Milliseconds without a key before the record and the ledger are asked, and characters that are asked about. */
const PAUSE = 900
const MOST = 60_000

export function DraftView() {
  const search = useSearch({ from: '/draft' })
  const navigate = useNavigate({ from: '/draft' })
  const set = (change: DraftSearch) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })
  const [text, setText] = useState(() => draftText(window.location.hash))
  useEffect(() => keepDraft(text), [text])
  const issuers = useMemo(() => search.issuer ?? [], [search.issuer])
  const { read, error } = useReader(text, issuers, search.date ?? null)
  const settled = useSettled(read)
  const checked = useQuery({
    queryKey: ['draft claims', settled?.text, issuers, search.date],
    queryFn: ({ signal }) =>
      answer(postCheck({ body: { ...about(settled!, issuers, search.date), language: 'en' }, signal })),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  })
  const said = useQuery({
    queryKey: ['draft precedents', settled?.text, issuers, search.date],
    queryFn: ({ signal }) =>
      answer(
        postLookupPrecedents({
          body: {
            ...about(settled!, issuers, search.date),
            sentences: settled!.reading.sentences.map(({ start, end }) => ({ start, end })),
          },
          query: { limit: 1000 },
          signal,
        }),
      ),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page draft">
      <ViewHead
        title="Draft"
        lead="Read as you type. The draft stays in this browser; its words are looked up, and not kept."
        tools={
          text.trim() !== '' && (
            <>
              <CiteButton name="Copy link" title="Draft" address={draftAddress(text)} />
              <DownloadMenu
                name="draft"
                json={() => ({ text, reading: read?.reading, claims: checked.data?.claims })}
              />
            </>
          )
        }
      />
      <div className="draft-who">
        <Issuers chosen={issuers} onChange={issuer => set({ issuer })} />
        <DayField name="Issued on" value={search.date} onChange={date => set({ date })} />
      </div>
      <div className="draft-desk">
        <label className="field editor">
          <span>The draft</span>
          <textarea
            value={text}
            rows={16}
            spellCheck
            placeholder="Type or paste a statement in English."
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <section className="draft-reading" aria-label="The draft, read">
          {error !== null && <Failed error={new Error(error)} />}
          {text.trim() === '' ? (
            <Empty title="Nothing is written yet">
              What each sentence does stands here, with claims held against the record and what was said before.
            </Empty>
          ) : read === null ? (
            <p className="dim" role="status">
              Reading …
            </p>
          ) : (
            <>
              <p className="draft-summary" aria-live="polite">
                {summaryOf(read)}
              </p>
              {(checked.isError || said.isError) && (
                <Failed
                  error={checked.error ?? said.error}
                  retry={() => {
                    void checked.refetch()
                    void said.refetch()
                  }}
                />
              )}
              <DraftSentences
                read={read}
                claims={fits(checked, settled, read) ? (checked.data?.claims ?? []) : []}
                precedents={fits(said, settled, read) ? (said.data ?? null) : null}
              />
            </>
          )}
        </section>
      </div>
    </div>
  )
}

/** The reading once the person has paused, or null while there is too much of it to ask about. */
function useSettled(read: DraftRead | null): DraftRead | null {
  const [settled, setSettled] = useState<DraftRead | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(read !== null && read.text.length <= MOST ? read : null), PAUSE)
    return () => clearTimeout(timer)
  }, [read])
  return settled
}

/** Whether an answer is of the text that is shown: places in another text would mark the wrong words. */
function fits(
  { isPlaceholderData }: { isPlaceholderData: boolean },
  settled: DraftRead | null,
  read: DraftRead,
): boolean {
  return !isPlaceholderData && settled?.text === read.text
}

function about({ text }: DraftRead, issuers: readonly string[], date: string | undefined) {
  return { text, ...(issuers.length > 0 && { issuers: [...issuers] }), ...(date && { date }) }
}

function summaryOf({ reading: { sentences, acts } }: DraftRead): string {
  const unread = sentences.filter(({ status }) => status === 'unread').length
  return `${counted(acts.length, 'act')} in ${counted(sentences.length, 'sentence')}${unread > 0 ? `; ${unread} unread` : ''}.`
}

/** Who is to say it: names from the list of actors, one after the other. */
function Issuers({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const name = useActorNames()
  const actors = useActorList()
  const [typed, setTyped] = useState('')
  const take = (words: string) => {
    const found = actors.find(actor =>
      [actor.id, actor.name].some(each => each.toLowerCase() === words.trim().toLowerCase()),
    )
    if (!found) return
    setTyped('')
    if (!chosen.includes(found.id)) onChange([...chosen, found.id])
  }
  return (
    <div className="draft-issuers">
      <label className="field">
        <span>Issued by</span>
        <input
          value={typed}
          list="draft-actors"
          placeholder="A state or body"
          onChange={({ target }) => {
            setTyped(target.value)
            take(target.value)
          }}
          onKeyDown={event => event.key === 'Enter' && take(typed)}
        />
      </label>
      <datalist id="draft-actors">
        {actors.map(({ id, name: full }) => (
          <option key={id} value={full} />
        ))}
      </datalist>
      <p>
        {chosen.map(id => (
          <button key={id} type="button" className="plain" onClick={() => onChange(chosen.filter(each => each !== id))}>
            {name(id)} <span aria-hidden="true">×</span>
            <span className="hidden"> take away</span>
          </button>
        ))}
      </p>
    </div>
  )
}
