import type { ReactNode } from 'react'

interface Props {
  /** Names the view, and the window. */
  title: string
  /** One sentence on what is to be seen here. */
  lead?: ReactNode
  /** Cite, download and whatever else is done with the whole view. */
  tools?: ReactNode
}

/** The head of a view: its name, a sentence, and at the right what can be done with it. */
export function ViewHead({ title, lead, tools }: Props) {
  return (
    <header className="view-head">
      <title>{`${title} · Demarche`}</title>
      <div>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {tools && <div className="tools">{tools}</div>}
    </header>
  )
}
