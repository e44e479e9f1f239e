import { useQuery } from '@tanstack/react-query'
import { counted } from '../../../../src/export/labels.js'
import { answer } from '../../api/api.js'
import { getObligations } from '../../client/sdk.gen.js'
import type { Dossier, Provision } from '../../client/types.gen.js'
import { Actors, useActorNames } from '../../pieces/actors.js'
import { CiteButton } from '../../pieces/cite.js'
import { dayText } from '../../pieces/day.js'
import { DayField } from '../../pieces/day-field.js'
import { DownloadMenu } from '../../pieces/download.js'
import { Answer, Empty } from '../../pieces/states.js'
import { InstrumentLink } from '../../record/instrument-link.js'
import { useInstruments } from '../../record/record.js'
import type { PartProps } from './record.js'

/** What binds whom on a day, paragraph by paragraph. */
export function ObligationsPart({ dossier, search, set }: PartProps) {
  const on = search.on ?? new Date().toISOString().slice(0, 10)
  const query = useQuery({
    queryKey: ['obligations', on],
    queryFn: ({ signal }) => answer(getObligations({ query: { on }, signal })),
    placeholderData: before => before,
  })
  const name = useActorNames()
  return (
    <Answer query={query} what="the obligations" lines={12}>
      {({ on: day, dossiers }) => {
        const all = dossiers.find(each => each.dossier === dossier.id)?.provisions ?? []
        const bearers = [...new Set(all.flatMap(each => each.bearers))].sort((a, b) => name(a).localeCompare(name(b)))
        const activities = dossier.activities.filter(({ id }) => all.some(each => each.activities.includes(id)))
        const shown = all.filter(
          each =>
            (search.bearer === undefined || each.bearers.includes(search.bearer)) &&
            (search.activity === undefined || each.activities.includes(search.activity)),
        )
        return (
          <section aria-label="Obligations in force">
            <div className="filters row">
              <DayField name="In force on" value={on} onChange={wanted => set({ on: wanted })} />
              <Select
                name="Whom they bind"
                none="Anybody"
                options={bearers.map(id => ({ id, title: name(id) }))}
                value={search.bearer}
                onChange={bearer => set({ bearer })}
              />
              <Select
                name="About what"
                none="Anything"
                options={activities}
                value={search.activity}
                onChange={activity => set({ activity })}
              />
            </div>
            <div className="part-head">
              <p aria-live="polite">
                {counted(shown.length, 'paragraph')} in force on {dayText(day)}
              </p>
              <div className="tools">
                <CiteButton title={`Obligations in force on ${dayText(day)}: ${dossier.title}`} />
                <DownloadMenu name={`obligations-${dossier.id}-${day}`} csv={() => csvOf(shown)} json={() => shown} />
              </div>
            </div>
            {shown.length === 0 ? (
              <Empty title="Nothing was in force">
                No paragraph of the record binds anybody like this on that day.
              </Empty>
            ) : (
              <ByInstrument provisions={shown} dossier={dossier} />
            )}
          </section>
        )
      }}
    </Answer>
  )
}

interface SelectProps {
  name: string
  /** What stands for no choice. */
  none: string
  options: readonly { id: string; title: string }[]
  value: string | undefined
  onChange: (id: string | undefined) => void
}

function Select({ name, none, options, value = '', onChange }: SelectProps) {
  return (
    <label className="field">
      <span>{name}</span>
      <select value={value} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{none}</option>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function ByInstrument({ provisions, dossier }: { provisions: readonly Provision[]; dossier: Dossier }) {
  const { data: instruments = [] } = useInstruments(dossier.id)
  const ids = [...new Set(provisions.map(({ instrument }) => instrument))]
  return ids.map(id => (
    <section key={id} className="instrument" aria-label={id}>
      <h2>
        <InstrumentLink
          dossier={dossier.id}
          instrument={instruments.find(each => each.id === id) ?? { id, title: id }}
        />
      </h2>
      <ol className="paragraphs">
        {provisions
          .filter(({ instrument }) => instrument === id)
          .map(provision => (
            <li key={provision.id}>
              <span className="paragraph">{provision.paragraph}</span>
              <div>
                <p className="dim">
                  <Actors ids={provision.bearers} most={3} /> {provision.verb}
                </p>
                <p className="words">{provision.text}</p>
                {provision.verified !== 'true' && <p className="dim">not verified against the text</p>}
              </div>
            </li>
          ))}
      </ol>
    </section>
  ))
}

function csvOf(provisions: readonly Provision[]) {
  return [
    [
      'id',
      'instrument',
      'paragraph',
      'bearers',
      'modality',
      'verb',
      'activities',
      'text',
      'from',
      'to',
      'verified',
      'source',
    ],
    ...provisions.map(p => [
      p.id,
      p.instrument,
      p.paragraph,
      p.bearers.join(' '),
      p.modality,
      p.verb,
      p.activities.join(' '),
      p.text,
      p.from,
      p.to,
      p.verified,
      p.source,
    ]),
  ]
}
