import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer } from '../../api/api.js'
import { getInstrumentsSymbol } from '../../client/sdk.gen.js'
import type { Dossier, Instrument, InstrumentWhole } from '../../client/types.gen.js'
import { Actors } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { Day } from '../../pieces/day.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Linked } from '../../pieces/source-row.js'
import { Answer } from '../../pieces/states.js'
import { type Column, Table } from '../../pieces/table.js'
import { InstrumentLink } from '../../record/instrument-link.js'
import { instrumentName, tallyText, useInstruments } from '../../record/record.js'
import { Ballot } from './ballot.js'
import type { PartProps } from './record.js'

/** Resolutions, drafts and agreements; one of them open with its vote and its paragraphs. */
export function ResolutionsPart({ dossier, search, set }: PartProps) {
  const query = useInstruments(dossier.id)
  if (search.symbol !== undefined) return <Whole symbol={search.symbol} dossier={dossier} />
  return (
    <Answer query={query} what="the resolutions" lines={12}>
      {instruments => (
        <section aria-label="Resolutions, drafts and agreements">
          <div className="part-head">
            <p>{instruments.length} resolutions, drafts and agreements</p>
            <div className="tools">
              <CiteButton title={`Resolutions: ${dossier.title}`} />
              <DownloadMenu
                name={`instruments-${dossier.id}`}
                csv={() => csvOf(instruments)}
                json={() => instruments}
              />
            </div>
          </div>
          <Table
            caption="Resolutions, drafts and agreements"
            columns={columnsOf(dossier)}
            rows={instruments}
            rowKey={({ id }) => id}
            order={search.order ?? '-date'}
            onOrder={order => set({ order })}
          />
        </section>
      )}
    </Answer>
  )
}

function columnsOf(dossier: Dossier): Column<Instrument>[] {
  return [
    {
      id: 'symbol',
      name: 'Symbol',
      key: ({ id }) => id,
      cell: instrument => <InstrumentLink dossier={dossier.id} instrument={instrument} />,
      head: true,
    },
    { id: 'date', name: 'Date', key: ({ date }) => date, cell: ({ date }) => <span className="date">{date}</span> },
    { id: 'title', name: 'Title', key: ({ title }) => title },
    { id: 'status', name: 'Status', key: ({ status }) => status.replaceAll('-', ' ') },
    { id: 'votes', name: 'For : against', key: each => each.for, cell: tallyText, number: true },
    { id: 'provisions', name: 'Paragraphs', key: ({ provisions }) => provisions, number: true },
  ]
}

function csvOf(instruments: readonly Instrument[]) {
  return [
    ['id', 'kind', 'date', 'title', 'status', 'for', 'against', 'abstained', 'provisions', 'verified', 'source'],
    ...instruments.map(i => [
      i.id,
      i.kind,
      i.date,
      i.title,
      i.status,
      i.for,
      i.against,
      i.abstained,
      i.provisions,
      i.verified,
      i.source,
    ]),
  ]
}

function Whole({ symbol, dossier }: { symbol: string; dossier: Dossier }) {
  const query = useQuery({
    queryKey: ['instrument', symbol],
    queryFn: ({ signal }) => answer(getInstrumentsSymbol({ path: { symbol }, signal })),
  })
  return (
    <>
      <p className="back">
        <Link to="/record" search={{ dossier: dossier.id, part: 'resolutions' }}>
          All resolutions
        </Link>
      </p>
      <Answer query={query} what="the resolution" lines={10}>
        {({ instruments }) => {
          const instrument = instruments.find(each => each.dossier === dossier.id) ?? instruments[0]
          return <InstrumentText instrument={instrument} dossier={dossier} />
        }}
      </Answer>
    </>
  )
}

function InstrumentText({ instrument, dossier }: { instrument: InstrumentWhole; dossier: Dossier }) {
  const activity = (id: string) => dossier.activities.find(each => each.id === id)?.title ?? id
  return (
    <article className="instrument">
      <header>
        <h2>{instrumentName(instrument)}</h2>
        <div className="tools">
          <CiteButton title={`${instrumentName(instrument)}, ${instrument.title}`} date={instrument.from} />
          <DownloadMenu
            name={`instrument-${instrument.id}`}
            csv={() => [
              ['paragraph', 'bearers', 'verb', 'activities', 'text', 'from', 'to', 'verified', 'source'],
              ...instrument.provisions.map(p => [
                p.paragraph,
                p.bearers.join(' '),
                p.verb,
                p.activities.join(' '),
                p.text,
                p.from,
                p.to,
                p.verified,
                p.source,
              ]),
            ]}
            json={() => instrument}
          />
        </div>
      </header>
      <p className="lead">{instrument.title}</p>
      <p className="dim">
        {instrument.status.replaceAll('-', ' ')}, <Day day={instrument.from} />
        {instrument.chapterVii === 'yes' && ', under Chapter VII'}
        {instrument.until && `, until ${instrument.until}`}
      </p>
      {instrument.summary && <p className="summary">{instrument.summary}</p>}
      {instrument.vote.votes.length > 0 && <Ballot vote={instrument.vote} />}
      {instrument.provisions.length > 0 && (
        <>
          <h3>What its paragraphs ask</h3>
          <ol className="paragraphs">
            {instrument.provisions.map(provision => (
              <li key={provision.id}>
                <span className="paragraph">{provision.paragraph}</span>
                <div>
                  <p className="dim">
                    <Actors ids={provision.bearers} most={3} /> {provision.verb}
                    {provision.binding &&
                      provision.binding !== 'binding' &&
                      ` (${provision.binding.replaceAll('-', ' ')})`}
                  </p>
                  <p className="words">{provision.text}</p>
                  <p className="dim">
                    {provision.activities.map(activity).join(', ')}
                    {provision.to && `. In force until ${provision.to}`}
                    {provision.verified !== 'true' && ' · not verified against the text'}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="source">
        <Linked text={instrument.source} />
      </p>
    </article>
  )
}
