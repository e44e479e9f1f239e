/** Search and draft: words in, sentences out; the reader at work in the browser; the API failing. */
import { describe, expect, it } from 'vitest'
import { CHROMIUM } from './browser.js'
import { opened } from './opened.js'
import { expectClean, expectRecovery, placeOf, visit } from './visit.js'

const DRAFT = `The Ministers of Arland strongly condemn the launch of an intercontinental ballistic missile by the DPRK on May 25, 2022. The Security Council voted 13 to 2 on May 26, 2022.`

const app = opened()

describe.skipIf(CHROMIUM === null)('search', () => {
  it.each([
    ['/search', '.search .state'],
    ['/search?q=missile', '.search .sentences li'],
  ])('%s is clean in both themes and sizes', async (path, sign) => {
    await expectClean(app, path, sign)
  })

  it('opens from anywhere with one key, and finds while one types', async () => {
    await visit(app, '/', async page => {
      await page.locator('.year').first().waitFor()
      await page.keyboard.press('/')
      await page.getByRole('searchbox').waitFor()
      await page.keyboard.type('denuclearization')
      await page.locator('.sentences mark').first().waitFor()
      expect(placeOf(page)).toBe('/search?q=denuclearization')
      await page.locator('.sentences blockquote a').first().click()
      await expect.poll(() => page.url()).toMatch(/\/s\/[0-9a-f]{16}#s\d+$/)
    })
  })

  it('finds in the record too, and acts by filters alone', async () => {
    await visit(app, '/search?q=2397', async page => {
      await page.getByRole('link', { name: 'S/RES/2397 (2017)' }).waitFor()
    })
    await visit(app, '/search?force=condemn', async page => {
      await page.locator('.sentences .acts').first().waitFor()
      expect(await page.locator('.sentences .acts').first().textContent()).toContain('condemn')
    })
  })

  it('says that nobody said it', async () => {
    await visit(app, '/search?q=zyzzyva', async page => {
      await page.getByText('Nobody said this').waitFor()
    })
  })

  it('comes back where the API fails', async () => {
    await expectRecovery(app, '/search?q=missile', '**/api/v1/search*', '.search .sentences li')
  })
})

describe.skipIf(CHROMIUM === null)('draft', () => {
  it('is clean in both themes and sizes', async () => {
    await expectClean(
      app,
      `/draft?issuer=OTHER:arland&date=2022-05-28#text=${encodeURIComponent(DRAFT)}`,
      '.draft .before',
    )
  })

  it('reads as one types, checks claims and looks for precedents', async () => {
    await visit(app, '/draft', async page => {
      await page.getByRole('textbox', { name: 'The draft' }).fill(DRAFT)
      await page.locator('.draft-trigger').first().waitFor()
      expect(await page.locator('.draft-trigger').first().textContent()).toBe('strongly condemn')
      await page.locator('.claim', { hasText: 'supported' }).first().waitFor()
      await page.locator('.before').first().waitFor()
      await page.locator('.claim summary').first().click()
      expect(await page.locator('.claim[open] .source-row').count()).toBeGreaterThan(0)
      // The draft is there again when the page is loaded again.
      await page.reload()
      await page.locator('.draft-trigger').first().waitFor()
    })
  })

  it('goes on reading where the API fails, and says what failed', async () => {
    await visit(app, 'about:blank', async page => {
      await page.route('**/api/v1/check', route => route.abort())
      await page.goto(`/draft#text=${encodeURIComponent(DRAFT)}`)
      await page.locator('.draft-trigger').first().waitFor()
      const alert = page.getByRole('alert')
      await alert.getByText('The server does not answer').waitFor()
      await page.unroute('**/api/v1/check')
      await alert.getByRole('button', { name: 'Try again' }).click()
      await page.locator('.claim').first().waitFor()
    })
  })
})
