/** Chromium for the tests of the web app: one for a file, or none where the machine has none, which is said aloud. */
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser's program, or null; `DEMARCHE_CHROMIUM` names another. */
export const CHROMIUM = [process.env.DEMARCHE_CHROMIUM, ...PLACES].find(place => place && existsSync(place)) ?? null
if (CHROMIUM === null)
  console.log('no Chromium here: the tests of the web app are skipped; name one by DEMARCHE_CHROMIUM')

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS })
}

/** Everything that the browser complains of on a page: scripts that fail, what the content security policy stops. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    // That an answer was no success is the page's to show.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  return complaints
}

/** What axe finds wrong, one line each; of one rule alone where it is named. */
export async function violationsOn(page: Page, rule?: string): Promise<string[]> {
  // No page of ours has frames, so axe need not open one of its own to gather what they say.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rule ? axe.withRules(rule) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

/** Pixels by which the page could be scrolled sideways. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
