/** The views and their addresses. Each view is a chunk of its own, loaded when it is first opened or pointed at. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { addSearch } from '../views/add/address.js'
import { compareSearch } from '../views/compare/address.js'
import { draftSearch } from '../views/draft/address.js'
import { formulasSearch } from '../views/formulas/address.js'
import { positionsSearch } from '../views/positions/address.js'
import { readingSearch } from '../views/reading/address.js'
import { recordSearch } from '../views/record/address.js'
import { searchSearch } from '../views/search/address.js'
import { statementsSearch } from '../views/statements/address.js'
import { timelineSearch } from '../views/timeline/address.js'
import { parseSearch, stringifySearch } from './address.js'
import { Broken, Missing, Shell } from './shell.js'

const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
const getParentRoute = () => root

const statements = createRoute({
  getParentRoute,
  path: '/',
  validateSearch: statementsSearch,
  component: lazyRouteComponent(() => import('../views/statements/statements.js'), 'StatementsView'),
})
const reading = createRoute({
  getParentRoute,
  path: '/s/$id',
  validateSearch: readingSearch,
  component: lazyRouteComponent(() => import('../views/reading/reading.js'), 'ReadingView'),
})
const compare = createRoute({
  getParentRoute,
  path: '/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('../views/compare/compare.js'), 'CompareView'),
})
const timeline = createRoute({
  getParentRoute,
  path: '/timeline',
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('../views/timeline/timeline.js'), 'TimelineView'),
})
const positions = createRoute({
  getParentRoute,
  path: '/positions',
  validateSearch: positionsSearch,
  component: lazyRouteComponent(() => import('../views/positions/positions.js'), 'PositionsView'),
})
const formulas = createRoute({
  getParentRoute,
  path: '/formulas',
  validateSearch: formulasSearch,
  component: lazyRouteComponent(() => import('../views/formulas/formulas.js'), 'FormulasView'),
})
const formula = createRoute({
  getParentRoute,
  path: '/formulas/$family',
  validateSearch: formulasSearch,
  component: lazyRouteComponent(() => import('../views/formulas/formulas.js'), 'FormulasView'),
})
const record = createRoute({
  getParentRoute,
  path: '/record',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../views/record/record.js'), 'RecordView'),
})
const search = createRoute({
  getParentRoute,
  path: '/search',
  validateSearch: searchSearch,
  component: lazyRouteComponent(() => import('../views/search/search.js'), 'SearchView'),
})
const add = createRoute({
  getParentRoute,
  path: '/add',
  validateSearch: addSearch,
  component: lazyRouteComponent(() => import('../views/add/add.js'), 'AddView'),
})
const draft = createRoute({
  getParentRoute,
  path: '/draft',
  validateSearch: draftSearch,
  component: lazyRouteComponent(() => import('../views/draft/draft.js'), 'DraftView'),
})

const routes = root.addChildren([
  statements,
  reading,
  compare,
  timeline,
  positions,
  formulas,
  formula,
  record,
  search,
  add,
  draft,
])

export function createAppRouter() {
  return createRouter({
    routeTree: routes,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
