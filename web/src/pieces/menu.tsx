import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'

/** Things to do behind a word. It closes by Escape, by a choice, or when the focus leaves it. */
export function Menu({ name, children }: { name: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = (focus: boolean) => {
    if (!details.current?.open) return
    details.current.open = false
    if (focus) details.current.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={details}
      className="menu"
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && close(true)}
      onBlur={(event: FocusEvent) => !event.currentTarget.contains(event.relatedTarget) && close(false)}
    >
      <summary className="plain">{name}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: clicks of the buttons inside */}
      <div className="menu-list" onClick={() => close(true)}>
        {children}
      </div>
    </details>
  )
}
