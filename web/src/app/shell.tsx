/** What every view stands in: skip link, masthead, the view, and the foot of the page. */
import { type ErrorComponentProps, Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ActorNames } from '../pieces/actors.js'
import { Failed } from '../pieces/states.js'
import { Masthead } from './masthead.js'

export function Shell() {
  useSearchKey()
  const loading = useRouterState({ select: state => state.isLoading })
  return (
    <>
      <a className="skip" href="#view">
        Skip to the page
      </a>
      <Masthead />
      <main id="view" tabIndex={-1} aria-busy={loading}>
        <ActorNames>
          <Outlet />
        </ActorNames>
      </main>
    </>
  )
}

/** `/` opens the search from anywhere but a field. */
function useSearchKey(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      const at = event.target as HTMLElement
      if (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.closest('dialog')) return
      event.preventDefault()
      void navigate({ to: '/search' })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate])
}

export function Missing() {
  return (
    <div className="page">
      <title>Not found · Demarche</title>
      <div className="state">
        <h1>There is no such page</h1>
        <p>
          The address leads nowhere. <Link to="/">All statements</Link> are one step away.
        </p>
      </div>
    </div>
  )
}

export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <div className="page">
      <Failed error={error} retry={reset} whole />
    </div>
  )
}
