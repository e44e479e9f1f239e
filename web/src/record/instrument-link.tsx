import { Link } from '@tanstack/react-router'
import { instrumentName } from './record.js'

interface Props {
  dossier: string
  instrument: { id: string; title: string }
}

/** What an instrument is called, leading to its vote and its paragraphs. */
export function InstrumentLink({ dossier, instrument }: Props) {
  return (
    <Link to="/record" search={{ dossier, part: 'resolutions', symbol: instrument.id }}>
      {instrumentName(instrument)}
    </Link>
  )
}
