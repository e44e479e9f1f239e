import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTheme } from './theme.js'

const VIEWS = [
  { to: '/', name: 'Read' },
  { to: '/compare', name: 'Compare' },
  { to: '/timeline', name: 'Timeline' },
  { to: '/positions', name: 'Positions' },
  { to: '/formulas', name: 'Formulas' },
  { to: '/record', name: 'Record' },
  { to: '/draft', name: 'Draft' },
] as const

/** The wordmark and the views. In a narrow window the views fold behind a button. */
export function Masthead() {
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: state => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere folds it
  useEffect(() => setOpen(false), [path])
  const stands = (to: string) => (to === '/' ? path === '/' || path.startsWith('/s/') : path.startsWith(to))
  return (
    <header className="masthead">
      <div className="masthead-line">
        <Link to="/" className="wordmark">
          Demarche
        </Link>
        <nav id="views" aria-label="Views" data-open={open}>
          {VIEWS.map(({ to, name }) => (
            <Link key={to} to={to} aria-current={stands(to) ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="masthead-tools">
          <Link to="/add" aria-current={stands('/add') ? 'page' : undefined}>
            Add
          </Link>
          <Link
            to="/search"
            aria-label="Search"
            aria-keyshortcuts="/"
            aria-current={stands('/search') ? 'page' : undefined}
          >
            Search <kbd>/</kbd>
          </Link>
          <ThemeSwitch />
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-controls="views"
            onClick={() => setOpen(!open)}
          >
            Views
          </button>
        </div>
      </div>
    </header>
  )
}

function ThemeSwitch() {
  const [theme, choose] = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <button type="button" className="theme" onClick={() => choose(other)} aria-label={`Change to the ${other} theme`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.25" />
        <path d="M8 1.750a6.250 6.250 0 0 1 0 12.500z" fill="currentColor" />
      </svg>
    </button>
  )
}
