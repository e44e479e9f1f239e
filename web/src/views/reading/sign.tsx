import { useState } from 'react'
import { type Signature, signatureKept } from './signature.js'

interface Props {
  signature: Signature
  onChange: (signature: Signature) => void
}

/** Two fields, or one line where they are known already. */
export function Sign({ signature, onChange }: Props) {
  const [known] = useState(() => Boolean(signatureKept().who && signatureKept().why))
  const [open, setOpen] = useState(!known)
  if (!open)
    return (
      <p className="signature">
        As <b>{signature.who}</b>, because: {signature.why}{' '}
        <button type="button" className="plain" onClick={() => setOpen(true)}>
          Change
        </button>
      </p>
    )
  return (
    <div className="signature fields">
      <label className="field">
        <span>Who corrects</span>
        <input
          value={signature.who}
          autoComplete="name"
          required
          onChange={event => onChange({ ...signature, who: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Why (kept for the next ones too)</span>
        <input value={signature.why} required onChange={event => onChange({ ...signature, why: event.target.value })} />
      </label>
    </div>
  )
}
