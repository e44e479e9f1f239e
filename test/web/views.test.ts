/** Every view in both themes and two sizes: what axe says, that nothing scrolls sideways, and what is seen where the API fails. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, complaintsOf, openBrowser, sideways, violationsOn } from './browser.js'
import { openSite, type Site } from './site.js'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 780 },
]

/** Views by their path; `asks` is the resource without which there is nothing to be seen. */
const VIEWS: { name: string; path(id: string): string; asks?: string; sign: string }[] = [
  { name: 'statements', path: () => '/', asks: '**/api/v1/statements?*', sign: '.year' },
  { name: 'reading', path: id => `/s/${id}?act=0`, asks: '**/api/v1/statements/*/reading', sign: '.body .trigger' },
  { name: 'add', path: () => '/add', sign: '.way' },
]

describe.skipIf(CHROMIUM === null)('views', () => {
  let site: Site
  let browser: Browser
  let id: string

  beforeAll(async () => {
    site = await openSite()
    browser = await openBrowser()
    id = site.desk.ids.get('2022-05-27-arland-on-the-vote-of-may-26')!
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  for (const { name, path, sign } of VIEWS)
    it(`${name}: is clean in both themes and sizes`, async () => {
      await within({}, async (page, complaints) => {
        for (const viewport of SIZES) {
          await page.setViewportSize(viewport)
          await page.goto(site.address + path(id))
          await page.locator(sign).first().waitFor()
          await page.emulateMedia({ colorScheme: 'light' })
          expect(await violationsOn(page), `${viewport.width} pixels, light`).toEqual([])
          // The other theme changes colours and nothing else.
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await violationsOn(page, 'color-contrast'), `${viewport.width} pixels, dark`).toEqual([])
          expect(await sideways(page), `${viewport.width} pixels`).toBe(0)
        }
        expect(complaints).toEqual([])
      })
    }, 180_000)

  for (const { name, path, asks, sign } of VIEWS.filter(view => view.asks))
    it(`${name}: shows the API's problem, and comes back by a click`, async () => {
      await within({ viewport: SIZES[0] }, async page => {
        const problem = {
          type: 'about:blank',
          title: 'The ledger is gone',
          status: 503,
          detail: 'disk.db: cannot be read',
        }
        await page.route(asks!, route =>
          route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
        )
        await page.goto(site.address + path(id))
        const alert = page.getByRole('alert')
        await alert.getByText('The ledger is gone').waitFor()
        expect(await alert.textContent()).toContain('disk.db: cannot be read')
        expect(await violationsOn(page)).toEqual([])
        await page.unroute(asks!)
        await alert.getByRole('button', { name: 'Try again' }).click()
        await page.locator(sign).first().waitFor()
      })
    })

  it('say so where nothing answers at all', async () => {
    await within({ viewport: SIZES[0] }, async page => {
      await page.route('**/api/v1/**', route => route.abort())
      await page.goto(`${site.address}/`)
      await page.getByRole('alert').getByText('The server does not answer').waitFor()
    })
  })

  it('keep the theme that was chosen, without a flash', async () => {
    await within({ viewport: SIZES[0], colorScheme: 'light' }, async page => {
      await page.goto(`${site.address}/add`)
      await page.getByRole('button', { name: 'Change to the dark theme' }).click()
      await page.goto(`${site.address}/`)
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    })
  })

  it('answer an address that leads nowhere', async () => {
    await within({ viewport: SIZES[0] }, async page => {
      await page.goto(`${site.address}/nowhere`)
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
      await page.goto(`${site.address}/s/ffffffffffff`)
      await page.getByRole('alert').waitFor()
    })
  })

  async function within(
    options: Parameters<Browser['newContext']>[0],
    work: (page: Page, complaints: string[]) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await work(page, complaintsOf(page))
    } finally {
      await context.close()
    }
  }
})
