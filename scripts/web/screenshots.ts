/**
 * `npm run web:screenshots`: pictures of every view over the bundled examples, in both themes at 1440 and 390 pixels, into `docs/desk/`.
 * They are what docs/DESK.md shows; make them again when a view has changed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../../test/web/browser.js'
import { openSite } from '../../test/web/site.js'

const OUTPUT = join(import.meta.dirname, '..', '..', 'docs', 'desk')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const DRAFT =
  'The Ministers of Arland, Norvia and Sund strongly condemn the launch of an intercontinental ballistic missile by the DPRK on November 18, 2022. This was the fifth launch of an ICBM by the DPRK in 2022. The three countries remain committed to the complete denuclearization of the Korean Peninsula.'

const site = await openSite()
const browser = await openBrowser()
try {
  mkdirSync(OUTPUT, { recursive: true })
  const id = (label: string) => site.desk.ids.get(label)!
  const first = id('2022-11-19-arland-norvia-sund-icbm-launch')
  const later = id('2022-11-21-arland-norvia-sund-icbm-launch-revised')
  // The path of each view, and what is there when it is.
  const views: Record<string, [string, string]> = {
    statements: ['/', '.year'],
    reading: [`/s/${first}`, '.body .trigger'],
    compare: [`/compare?a=${first}&b=${later}`, 'ins:visible'],
    timeline: ['/timeline?from=2022-01-01&to=2022-12-31&event=launch:KP-2022-11-18-01', '.timeline .provisions'],
    positions: ['/positions', '.positions .shade'],
    formulas: ['/formulas/what-is-denuclearised', '.formulas svg, .chart svg'],
    record: ['/record?part=votes', '.record .matrix'],
    map: ['/record?part=map', '.record .map .place'],
    search: ['/search?q=denuclearization', '.sentences mark'],
    add: ['/add', '.way'],
    draft: [
      `/draft?issuer=OTHER:arland&issuer=OTHER:norvia&issuer=OTHER:sund&date=2022-11-19#text=${encodeURIComponent(DRAFT)}`,
      '.draft .before',
    ],
  }
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
