import { type ReactNode, useEffect, useId, useRef } from 'react'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog of the browser's own: it keeps the focus, closes by Escape or a click beside it, and gives the focus back. */
export function Dialog({ title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) {
      element.showModal()
      // Not the first button, which closes it.
      element.focus()
    } else if (!open && element.open) element.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the browser's
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={id}
      onClose={onClose}
      onClick={event => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className="dialog">
          <header>
            <h2 id={id}>{title}</h2>
            <button type="button" className="plain" onClick={onClose} aria-label="Close">
              Close
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}
