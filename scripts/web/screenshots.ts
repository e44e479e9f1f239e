/**
 * `npm run web:screenshots`: pictures of every view over the bundled examples, in both themes at 1440 and 390 pixels, into `docs/desk/`.
 * They are what docs/DESK.md shows; make them again when a view has changed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../../test/web/browser.js'
import { openSite } from '../../test/web/site.js'
import { viewsOf } from './views.js'

const OUTPUT = join(import.meta.dirname, '..', '..', 'docs', 'desk')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

const site = await openSite()
const browser = await openBrowser()
try {
  mkdirSync(OUTPUT, { recursive: true })
  const views = viewsOf(site)
  for (const viewport of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const [name, [path, sign]] of Object.entries(views)) {
        await page.goto(site.address + path)
        await page.locator(sign).first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => document.fonts.ready)
        const file = `${name}-${viewport.width}-${colorScheme}.png`
        await page.screenshot({ path: join(OUTPUT, file), animations: 'disabled' })
        console.log(file)
      }
      await context.close()
    }
} finally {
  await browser.close()
  await site.close()
}
