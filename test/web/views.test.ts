/** Every view in both themes and two sizes: what axe says, that nothing scrolls sideways, and what is seen where the API fails. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, sideways, violationsOn } from './browser.js'
import { opened } from './opened.js'
import { DESK, refuse, visit } from './visit.js'

const SIZES = [DESK, { width: 360, height: 780 }]

/** Views by their path; `asks` is the resource without which there is nothing to be seen. */
const VIEWS: { name: string; path(id: string): string; asks?: string; sign: string }[] = [
  { name: 'statements', path: () => '/', asks: '**/api/v1/statements?*', sign: '.year' },
  { name: 'reading', path: id => `/s/${id}?act=0`, asks: '**/api/v1/statements/*/reading', sign: '.body .trigger' },
  { name: 'add', path: () => '/add', sign: '.way' },
]

const app = opened()

describe.skipIf(CHROMIUM === null)('views', () => {
  let id: string

  beforeAll(() => {
    id = app.site.desk.ids.get('2022-05-27-arland-on-the-vote-of-may-26')!
  })

  for (const { name, path, sign } of VIEWS)
    it(`${name}: is clean in both themes and sizes`, async () => {
      await visit(app, 'about:blank', async page => {
        for (const viewport of SIZES) {
          await page.setViewportSize(viewport)
          await page.goto(path(id))
          await page.locator(sign).first().waitFor()
          await page.emulateMedia({ colorScheme: 'light' })
          expect(await violationsOn(page), `${viewport.width} pixels, light`).toEqual([])
          // The other theme changes colours and nothing else.
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await violationsOn(page, 'color-contrast'), `${viewport.width} pixels, dark`).toEqual([])
          expect(await sideways(page), `${viewport.width} pixels`).toBe(0)
        }
      })
    }, 180_000)

  for (const { name, path, asks, sign } of VIEWS.filter(view => view.asks))
    it(`${name}: shows the API's problem, and comes back by a click`, async () => {
      await visit(app, 'about:blank', async page => {
        await refuse(page, asks!)
        await page.goto(path(id))
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
    await visit(app, 'about:blank', async page => {
      await page.route('**/api/v1/**', route => route.abort())
      await page.goto('/')
      await page.getByRole('alert').getByText('The server does not answer').waitFor()
    })
  })

  it('keep the theme that was chosen, without a flash', async () => {
    await visit(
      app,
      '/add',
      async page => {
        await page.getByRole('button', { name: 'Change to the dark theme' }).click()
        await page.goto('/')
        expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
      },
      { colorScheme: 'light' },
    )
  })

  it('answer an address that leads nowhere', async () => {
    await visit(app, 'about:blank', async page => {
      await page.goto('/nowhere')
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
      await page.goto('/s/ffffffffffff')
      await page.getByRole('alert').waitFor()
    })
  })
})
