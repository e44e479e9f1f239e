/** Adding in a browser: a text, files, what is known, and what cannot be read. */
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHROMIUM, complaintsOf, violationsOn } from './browser.js'
import { opened } from './opened.js'
import { DESK } from './visit.js'

const TEXT = `Statement by the Ministry of Foreign Affairs of Arland

18 December 2023

Arland strongly condemns the launch of an intercontinental ballistic missile by North Korea on December 18, 2023. We urge Norvia to join us.
`

const app = opened()

describe.skipIf(CHROMIUM === null)('adding', () => {
  let page: Page

  beforeEach(async () => {
    await page?.close()
    page = await app.browser.newPage({ viewport: DESK })
    page.setDefaultTimeout(15_000)
    await page.goto(`${app.site.address}/add`)
  })

  it('reads a pasted text, says what was found, and leads to the reading', async () => {
    const complaints = complaintsOf(page)
    await page.getByLabel(/^Of one statement/).fill(TEXT)
    await page.getByRole('button', { name: 'Read and keep it' }).click()
    const came = page.getByRole('region', { name: 'What came in' })
    await came.getByText('New', { exact: true }).waitFor()
    expect(await came.textContent()).toMatch(/2 acts in \d sentences/)
    expect(await violationsOn(page)).toEqual([])
    await came.getByRole('link').click()
    await page.locator('a.trigger', { hasText: 'strongly condemns' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('takes files, knows what it has, and says why one cannot be read', async () => {
    await page.locator('input[type=file]').setInputFiles([
      { name: 'again.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 nothing more') },
    ])
    const came = page.getByRole('region', { name: 'What came in' })
    await came.getByText('Known already').waitFor()
    await came.getByRole('alert').waitFor()
    expect(await came.getByRole('alert').textContent()).toContain('broken.pdf')
    await came.getByRole('button', { name: 'Try again' }).waitFor()
  })

  it('shows a refusal, and tries again', async () => {
    const problem = { title: 'The ledger is gone', status: 503, detail: 'disk.db: cannot be written' }
    await page.route('**/api/v1/statements?job=*', route =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    )
    await page.getByLabel(/^Of one statement/).fill(TEXT)
    await page.getByRole('button', { name: 'Read and keep it' }).click()
    const came = page.getByRole('region', { name: 'What came in' })
    await came.getByText('disk.db: cannot be written').waitFor()
    await page.unroute('**/api/v1/statements?job=*')
    await came.getByRole('button', { name: 'Try again' }).click()
    await came.getByText('Known already').waitFor()
  })
})
