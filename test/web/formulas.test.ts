/** Formulas: what there is, the life of one as lanes of issuers, its switches in words, and the API failing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, violationsOn } from './browser.js'
import { opened } from './opened.js'
import { downloaded, expectClean, expectRecovery, LONG, placeOf, visit } from './visit.js'

const FAMILY = 'what-is-denuclearised'

const app = opened()

describe.skipIf(CHROMIUM === null)('formulas', () => {
  let address = ''

  beforeAll(() => {
    address = '/formulas'
  })

  it('is clean in both themes and sizes', LONG, async () => {
    await expectClean(app, `${address}?least=2`, '.formulas .recurring tbody tr')
    await expectClean(app, `${address}/${FAMILY}`, '.lanes .mark')
  })

  it('lists families and phrases, and leads to the life of each', async () => {
    await visit(app, `${address}?least=2`, async page => {
      await page.locator('.recurring tbody a').first().click()
      await page.locator('.lanes .mark').first().waitFor()
      expect(placeOf(page)).toContain('phrase=')
      await page.getByRole('link', { name: 'All formulas' }).click()
      await page.getByRole('link', { name: 'What is to be denuclearised' }).click()
      await page.locator('.lanes .mark').first().waitFor()
      expect(placeOf(page)).toBe(`/formulas/${FAMILY}`)
    })
  })

  it('traces words of one’s own', async () => {
    await visit(app, address, async page => {
      await page.getByLabel('Words of your own').fill('without preconditions')
      await page.getByLabel('Words of your own').press('Enter')
      await page.getByRole('heading', { level: 1, name: '“without preconditions”' }).waitFor()
    })
    await visit(app, `${address}?phrase=seven+purple+herons`, async page => {
      await page.getByRole('heading', { name: 'Nobody in the ledger has said it yet' }).waitFor()
      expect(await violationsOn(page)).toEqual([])
    })
  })

  it('writes a switch out in words, and leads to the two statements', async () => {
    await visit(app, `${address}/${FAMILY}`, async page => {
      const told = page.locator('.switches li', { hasText: 'Arland' }).first()
      await told.waitFor()
      expect((await told.locator('p').first().textContent())!.replace(/\s+/g, ' ')).toBe(
        'Arland moved from the Korean Peninsula to North Korea on 19 December 2023.',
      )
      await told.getByRole('link', { name: 'Compare the two statements' }).click()
      await page.locator('.compare .row').first().waitFor()
    })
  })

  it('shows the words of a mark, and their sentence in the statement', async () => {
    await visit(app, `${address}/${FAMILY}`, async page => {
      await page.locator('.lanes .mark').first().click()
      const chosen = page.locator('.chosen')
      await chosen.locator('mark').waitFor()
      expect(placeOf(page)).toContain('use=')
      expect(await chosen.locator('mark').textContent()).toMatch(/denuclearization/i)
      expect(await violationsOn(page)).toEqual([])
      await chosen.getByRole('link').first().click()
      await page.waitForURL(/\/s\/[0-9a-f]{64}#s\d+$/)
    })
  })

  it('works by the keyboard alone', async () => {
    await visit(app, `${address}/${FAMILY}`, async page => {
      await page.locator('.lanes .mark').first().waitFor()
      await page.locator('.lanes .mark[tabindex="0"]').focus()
      const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? '')
      const first = await at()
      await page.keyboard.press('ArrowRight')
      expect(await at()).not.toBe(first)
      await page.keyboard.press('ArrowDown')
      expect((await at()).split(' ')[0]).not.toBe(first.split(' ')[0])
      await page.keyboard.press('Enter')
      await page.locator('.chosen mark').waitFor()
      expect(await page.locator('.lanes [tabindex="0"]').count()).toBe(1)
    })
  })

  it('tells variants apart by shape and word, and shows only those that are wanted', async () => {
    await visit(app, `${address}/${FAMILY}`, async page => {
      await page.locator('.lanes .mark').first().waitFor()
      const shapes = await page.locator('.choices .shape').evaluateAll(all => all.map(each => each.getAttribute('d')))
      expect(new Set(shapes).size).toBe(shapes.length)
      await page.getByRole('button', { name: /^North Korea/ }).click()
      await expect.poll(() => placeOf(page)).toContain('variant=')
      expect(await page.locator('.lanes .mark').count()).toBe(3)
    })
  })

  it('has a table behind the chart, and gives CSV, JSON, SVG and PNG', async () => {
    await visit(app, `${address}/${FAMILY}`, async page => {
      await page.locator('.lanes .mark').first().waitFor()
      const svg = (await downloaded(page, 'SVG')).toString()
      expect(svg).toMatch(/^<svg[\s\S]*Arland[\s\S]*<\/svg>$/)
      expect([...(await downloaded(page, 'PNG')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
      const { uses } = JSON.parse((await downloaded(page, 'JSON')).toString()) as { uses: unknown[] }
      expect((await downloaded(page, 'CSV')).toString().trim().split('\r\n').length).toBe(uses.length + 1)
      await page.getByRole('button', { name: 'As a table' }).click()
      expect(await page.locator('.table tbody tr').count()).toBe(uses.length)
      expect(await violationsOn(page)).toEqual([])
    })
  })

  it('says what the API says, and tries again', LONG, async () => {
    await expectRecovery(app, `${address}/${FAMILY}`, '**/api/v1/lineage?*', '.lanes .mark')
    await expectRecovery(app, `${address}?least=2`, '**/api/v1/formulas?*', '.recurring tbody tr')
    await expectRecovery(app, address, '**/api/v1/formulas/families', '.families li')
  })

  it('says which family is not there', async () => {
    await visit(app, `${address}/no-such-family`, async page => {
      expect(await page.getByRole('alert').first().textContent()).toContain('no-such-family')
    })
  })
})
