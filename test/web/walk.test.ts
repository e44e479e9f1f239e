/** A newcomer's first walk, by clicks alone: read, see what the record contradicts, compare two statements, trace a formula. */
import { describe, expect, it } from 'vitest'
import { CHROMIUM } from './browser.js'
import { opened } from './opened.js'
import { visit } from './visit.js'

const app = opened()

describe.skipIf(CHROMIUM === null)('a first walk', () => {
  it('reads, checks, compares and traces', async () => {
    await visit(app, '/', async page => {
      // 1. A statement of the list, its acts, and the claim that the record contradicts, with its rows.
      await page
        .getByRole('link', {
          name: 'Statement by the Spokesperson of the Ministry of Foreign Affairs of Arland on the Vote in the Security Council',
        })
        .click()
      await page.locator('.body .trigger').first().waitFor()
      const claim = page.getByText('contradicted').first()
      await claim.waitFor()
      expect(await page.getByText(/Eleven members voted in favor/).count()).toBeGreaterThan(0)

      // 2. Another statement, held against the one before by the same issuers.
      await page.getByRole('link', { name: 'Read', exact: true }).click()
      await page.getByRole('link', { name: /Revised Text/ }).click()
      await page.getByRole('link', { name: 'Compare with the one before' }).click()
      await page.locator('ins:visible').first().waitFor()
      expect(await page.getByText(/1 act strengthened/).count()).toBeGreaterThan(0)

      // 3. A formula, and who moved from one wording to another.
      await page.getByRole('link', { name: 'Formulas', exact: true }).click()
      await page
        .getByRole('link', { name: /What is to be denuclearised/ })
        .first()
        .click()
      await page
        .getByText(/moved from/)
        .first()
        .waitFor()
      expect(await page.getByText(/North Korea/).count()).toBeGreaterThan(0)
    })
  })
})
