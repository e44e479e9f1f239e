/** What the tests of views have in common: a page of its own for each, both themes and sizes, and an API that fails. */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { complaintsOf, sideways, violationsOn } from './browser.js'
import type { Opened } from './opened.js'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }
/** Of tests that look at a page in all themes and sizes, on a machine that has other things to do. */
export const LONG = { timeout: 300_000 }
const SMALL = { width: 360, height: 740 }

/** Goes to a path of the site on a page of its own. The page must have nothing to complain of in the end. */
export async function visit(
  { site, browser }: Opened,
  path: string,
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: DESK,
    reducedMotion: 'reduce',
    ...options,
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const complaints = complaintsOf(page)
    await page.goto(path)
    await work(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

/** @param sign what is there when the page is */
export async function expectClean(app: Opened, path: string, sign: string): Promise<void> {
  await visit(app, path, async page => {
    for (const viewport of [DESK, PHONE, SMALL]) {
      await page.setViewportSize(viewport)
      await page.goto(path)
      await page.locator(sign).first().waitFor()
      for (const colorScheme of ['light', 'dark'] as const) {
        if (viewport === SMALL) continue
        await page.emulateMedia({ colorScheme })
        expect(await violationsOn(page), `${viewport.width} pixels, ${colorScheme}`).toEqual([])
      }
      expect(await sideways(page), `${viewport.width} pixels`).toBeLessThanOrEqual(0)
    }
  })
}

/**
 * The page says what the API said, and shows what it is to show after a click.
 *
 * @param asks the question that fails
 */
export async function expectRecovery(app: Opened, path: string, asks: string, sign: string): Promise<void> {
  await visit(app, 'about:blank', async page => {
    await refuse(page, asks)
    await page.goto(path)
    const alert = page.getByRole('alert').first()
    await alert.getByText('The ledger is gone').waitFor()
    expect(await alert.textContent()).toContain('disk.db: cannot be read')
    expect(await violationsOn(page)).toEqual([])
    await page.unroute(asks)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.locator(sign).first().waitFor()
  })
}

/** Lets the API answer a question with a problem, until the page's route is taken away. */
export async function refuse(page: Page, asks: string): Promise<void> {
  const problem = { type: 'about:blank', title: 'The ledger is gone', status: 503, detail: 'disk.db: cannot be read' }
  await page.route(asks, route =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  )
}

/** The file that the menu of downloads gives under a name. */
export async function downloaded(page: Page, name: string): Promise<Buffer> {
  await page.getByText('Download', { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return readFileSync(await download.path())
}

/** The address without its origin, as it stands in the bar. */
export function placeOf(page: Page): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}
