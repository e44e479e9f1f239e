import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { CHROMIUM, openBrowser } from './browser.js'
import { openSite, type Site } from './site.js'

export interface Opened {
  readonly site: Site
  readonly browser: Browser
}

/** The site and a browser for the tests of a file: there when the first test is, closed after the last. */
export function opened(): Opened {
  const app = {} as { site: Site; browser: Browser }
  beforeAll(async () => {
    if (CHROMIUM === null) return
    app.site = await openSite()
    app.browser = await openBrowser()
  })
  afterAll(async () => {
    await app.browser?.close()
    await app.site?.close()
  })
  return app
}
