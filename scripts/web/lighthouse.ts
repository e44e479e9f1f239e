/**
 * `npm run web:lighthouse [-- VIEW...]`: Lighthouse on every view over the bundled examples, as on a desktop and as on a phone: accessibility
 * and best practices (asked: 100), and what it finds wrong, a line each. Exit code 1 where anything is. Its speed is not asked for, because it
 * tells of the machine; `npm run web:scroll` and `npm run web:size` measure that.
 */
import lighthouse, { desktopConfig, type RunnerResult } from 'lighthouse'
import { chromium } from 'playwright-core'
import { UsageError } from '../../src/text/errors.js'
import { freePort } from '../../test/free-port.js'
import { CHROMIUM, FLAGS } from '../../test/web/browser.js'
import { openSite } from '../../test/web/site.js'
import { viewsOf } from './views.js'

const CATEGORIES = ['accessibility', 'best-practices']
const FORMS = { desktop: desktopConfig, phone: undefined }

const site = await openSite()
const port = await freePort()
const browser = await chromium.launch({
  executablePath: CHROMIUM!,
  args: [...FLAGS, `--remote-debugging-port=${port}`],
})
try {
  const views = viewsOf(site)
  const chosen = process.argv.slice(2)
  for (const name of chosen)
    if (!(name in views)) throw new UsageError(`${name}: no such view; choose from ${Object.keys(views).join(', ')}`)
  for (const [name, [path]] of Object.entries(views)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    for (const [form, config] of Object.entries(FORMS)) {
      const flags = { port, onlyCategories: CATEGORIES, throttlingMethod: 'provided', logLevel: 'error' } as const
      const { lhr } = (await lighthouse(site.address + path, flags, config))!
      const scores = CATEGORIES.map(id => `${id} ${Math.round((lhr.categories[id]!.score ?? 0) * 100)}`)
      console.log(`${name.padEnd(12)}${form.padEnd(9)}${scores.join('  ')}`)
      for (const line of wrong(lhr)) console.log(`  ${line}`)
      if (CATEGORIES.some(id => lhr.categories[id]!.score !== 1)) process.exitCode = 1
    }
  }
} finally {
  await browser.close()
  await site.close()
}

/** What keeps the scores from 100. */
function wrong({ audits, categories }: RunnerResult['lhr']): string[] {
  return CATEGORIES.flatMap(id => categories[id]!.auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => audits[id]!)
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, details }) => `${id}: ${title} ${JSON.stringify(details ?? {}).slice(0, 400)}`)
}
