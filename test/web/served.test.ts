/** The app as the real server serves it, with its policy and its tokens, in a real browser. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../../src/serve/log.js'
import { type Served, serve } from '../../src/serve/serve.js'
import { openDesk, type TestDesk } from '../api/desk.js'
import { withTokens } from '../serve/desk.js'
import { CHROMIUM, complaintsOf, openBrowser, violationsOn } from './browser.js'

const WEB = join(import.meta.dirname, '..', '..', 'dist', 'web')
const tried = test.skipIf(CHROMIUM === null)
const { tokens, reader } = withTokens()
let browser: Browser
let desk: TestDesk
let served: Served

beforeAll(async () => {
  if (CHROMIUM === null) return
  desk = await openDesk()
  const { app, ledger } = desk
  const log = createLog(() => {})
  served = await serve({ app, ledger, web: WEB, host: '127.0.0.1', port: 0, tokens, origin: null, log })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await served?.stop()
  await desk?.close()
})

tried(
  'whoever has no token is led to the page for it, and with one into the app, which the policy lets be',
  async () => {
    const page = await browser.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${served.url}/positions`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.getByLabel('Token').fill('demarche_wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('opens nothing here')
    await page.getByLabel('Token').fill(reader)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${served.url}/`)
    await page
      .getByRole('link', { name: /Norvia|Arland/ })
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(complaints).toEqual([])
    await page.close()
  },
)

tried(
  'the page for the token is clean for axe, in both themes and on a phone',
  async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 360, height: 740 },
      ]) {
        const context = await browser.newContext({ colorScheme, viewport })
        const page = await context.newPage()
        await page.goto(`${served.url}/sign-in?refused`)
        expect(await violationsOn(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
        if (process.env.DEMARCHE_SHOTS)
          await page.screenshot({
            path: join(process.env.DEMARCHE_SHOTS, `sign-in-${colorScheme}-${viewport.width}.png`),
          })
        await context.close()
      }
  },
  120_000,
)
