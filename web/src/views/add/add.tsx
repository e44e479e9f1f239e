/** Adding statements: paste one, drop files, give an address; and what was found in each. */
import { Link, useSearch } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { counted } from '../../../../src/export/labels.js'
import { ProblemError } from '../../api/problem.js'
import { shortId } from '../../app/address.js'
import { CiteButton } from '../../pieces/cite.js'
import { DayField } from '../../pieces/day-field.js'
import { ViewHead } from '../../pieces/view-head.js'
import { type Brought, type Item, type Said, useAdding } from './adding.js'
import './add.css'

export function AddView() {
  const [items, bring] = useAdding()
  const [over, setOver] = useState(false)
  const bringFiles = (files: Iterable<File>) => {
    for (const file of files) bring({ file })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const { files } = event.dataTransfer
    if (files.length > 0) bringFiles(files)
    else {
      const url = event.dataTransfer.getData('text/uri-list').split('\n')[0].trim()
      const text = event.dataTransfer.getData('text/plain')
      if (url) bring({ url })
      else if (text.trim()) bring({ text })
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several; the button below is the others'
    <div
      className="page add"
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => event.currentTarget === event.target && setOver(false)}
      onDrop={onDrop}
    >
      <ViewHead
        title="Add statements"
        lead="Paste a text, drop files anywhere on this page, or give an address. What is known already is left as it is."
        tools={<CiteButton title="Add statements, Demarche" />}
      />
      <div className="add-ways">
        <Paste onBring={bring} />
        <div className="add-side">
          <Files onFiles={bringFiles} />
          <Address onBring={bring} />
        </div>
      </div>
      {items.length > 0 && (
        <section aria-label="What came in" className="came">
          <h2 className="caps">What came in</h2>
          <ol aria-live="polite">
            {items.map(item => (
              <Came key={item.key} item={item} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

interface WayProps {
  onBring: (brought: Brought, said?: Said) => void
}

function Paste({ onBring }: WayProps) {
  const [text, setText] = useState('')
  const [title, setTitle] = useState('')
  const [date, setDate] = useState<string>()
  const [issuers, setIssuers] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const by = issuers.split(/[,;]/).flatMap(name => name.trim() || [])
    onBring(
      { text },
      { ...(title.trim() && { title: title.trim() }), ...(date && { date }), ...(by.length && { issuers: by }) },
    )
    setText('')
    setTitle('')
  }
  return (
    <form className="way" aria-label="Paste a text" onSubmit={onSubmit}>
      <h2>Text</h2>
      <label className="field">
        <span>Of one statement, with its title and date where it has them</span>
        <textarea value={text} rows={11} required onChange={event => setText(event.target.value)} />
      </label>
      <div className="said">
        <label className="field">
          <span>Title</span>
          <input value={title} placeholder="as the text has it" onChange={event => setTitle(event.target.value)} />
        </label>
        <label className="field">
          <span>Issuers</span>
          <input
            value={issuers}
            placeholder="as the text has them"
            onChange={event => setIssuers(event.target.value)}
          />
        </label>
        <DayField name="Date" value={date} onChange={setDate} />
      </div>
      <button type="submit" className="button" data-main="true" disabled={text.trim() === ''}>
        Read and keep it
      </button>
    </form>
  )
}

function Files({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <section className="way files" aria-label="Files">
      <h2>Files</h2>
      <p>Text, Markdown, HTML, PDF or Word: as many as you like.</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Choose files
      </button>
    </section>
  )
}

function Address({ onBring }: WayProps) {
  const search = useSearch({ from: '/add' })
  const [url, setUrl] = useState(search.url ?? '')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onBring({ url: url.trim() })
    setUrl('')
  }
  return (
    <form className="way" aria-label="Address" onSubmit={onSubmit}>
      <h2>Address</h2>
      <label className="field">
        <span>Where it stands on the web</span>
        <input
          type="url"
          value={url}
          required
          placeholder="https://"
          spellCheck={false}
          onChange={event => setUrl(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        Fetch and read it
      </button>
    </form>
  )
}

const STEPS: Record<Item['step'], string> = {
  waiting: 'Waiting',
  sending: 'Sending',
  fetching: 'Fetching',
  loading: 'Taking out the text',
  reading: 'Reading',
  keeping: 'Keeping',
  done: 'Done',
  failed: 'Failed',
}

const OUTCOMES = { new: 'New', known: 'Known already', changed: 'A new version', failed: 'Failed' }

function Came({ item }: { item: Item }) {
  const { name, step, outcome, statement, found, messages, error, again } = item
  const working = step !== 'done' && step !== 'failed'
  return (
    <li>
      <p className="came-step" data-working={working}>
        {outcome ? OUTCOMES[outcome] : STEPS[step]}
      </p>
      <div>
        <h3>
          {statement ? (
            <Link to="/s/$id" params={{ id: shortId(statement.id) }}>
              {statement.title ?? statement.label}
            </Link>
          ) : (
            name
          )}
        </h3>
        {found && (
          <p className="dim">
            {counted(found.acts, 'act')} in {counted(found.sentences, 'sentence')}
            {found.unread > 0 && `, ${found.unread} not read`}; {counted(found.mentions, 'mention')}, {found.linked} of
            the record
          </p>
        )}
        {messages?.map(message => (
          <p key={message} className="dim">
            {message}
          </p>
        ))}
        {error !== undefined && (
          <p role="alert">
            {error instanceof ProblemError ? `${error.problem.title}: ${error.problem.detail ?? ''}` : String(error)}
          </p>
        )}
        {step === 'failed' && (
          <button type="button" className="plain" onClick={again}>
            Try again
          </button>
        )}
      </div>
    </li>
  )
}
