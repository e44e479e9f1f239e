/** Comparing: choosing, the redline, what the change means, three statements, and the API failing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM } from './browser.js'
import { opened } from './opened.js'
import { downloaded, expectClean, expectRecovery, LONG, PHONE, placeOf, visit } from './visit.js'

const app = opened()

describe.skipIf(CHROMIUM === null)('compare', () => {
  let [first, revised, next] = ['', '', '']
  let two = ''

  beforeAll(() => {
    first = app.site.desk.ids.get('2022-11-19-arland-norvia-sund-icbm-launch')!
    revised = app.site.desk.ids.get('2022-11-21-arland-norvia-sund-icbm-launch-revised')!
    next = app.site.desk.ids.get('2023-12-19-arland-norvia-sund-hwasong-18')!
    two = `/compare?a=${first}&b=${revised}`
  })

  it('is clean in both themes and sizes', LONG, async () => {
    await expectClean(app, two, '.compare .row')
    await expectClean(app, `${two}&view=inline`, '.compare .row')
  })

  it('is clean while a person chooses, and with three', LONG, async () => {
    await expectClean(app, '/compare', '.compare .rows li')
    await expectClean(app, `/compare?b=${next}`, '.compare .before li')
    await expectClean(app, `${two}&c=${next}`, '.compare .said')
  })

  it('takes the previous one by the same issuers with one click', async () => {
    await visit(app, `/compare?b=${next}`, async page => {
      await page.getByRole('link', { name: 'Compare with the previous one, 21 November 2022' }).click()
      await page.locator('.compare .row').first().waitFor()
      expect(placeOf(page)).toBe(`/compare?a=${revised}&b=${next}`)
    })
  })

  it('chooses by words, the earlier statement first whatever the order', async () => {
    await visit(app, '/compare', async page => {
      await page.getByRole('searchbox').fill('revised text arland')
      await page.getByRole('link', { name: /Revised Text/ }).click()
      await page.getByRole('searchbox').fill('launch of december 18')
      await page.locator('.statement-list').getByRole('link').click()
      await page.locator('.compare .row').first().waitFor()
      expect(placeOf(page)).toBe(`/compare?a=${revised}&b=${next}`)
    })
  })

  it('marks what came and went without colour, and says what it means', async () => {
    await visit(app, two, async page => {
      const row = page.locator('.row', { hasText: 'The Ministers deeply regret' })
      await row.waitFor()
      const look = (selector: string) =>
        row
          .locator(selector)
          .first()
          .evaluate(element => getComputedStyle(element).textDecorationLine)
      expect(await row.locator('.b ins').first().textContent()).toBe('deeply')
      expect(await look('.b ins')).toBe('underline')
      expect(
        await page
          .locator('.a del')
          .first()
          .evaluate(element => getComputedStyle(element).textDecorationLine),
      ).toBe('line-through')
      const note = await row.locator('.notes').textContent()
      expect(note).toContain('strengthened')
      expect(note).toContain('Arland, Norvia and Sund')
      expect(await page.locator('.lead').textContent()).toMatch(/^\d+ sentences? edited.*\. \d+ acts? strengthened/)
      expect(await page.getByText('split in 2').count()).toBe(1)
    })
  })

  it('names the family of a formula that was switched, and leads to its life', async () => {
    await visit(app, `/compare?a=${revised}&b=${next}&change=formula`, async page => {
      await page.getByRole('link', { name: 'What is to be denuclearised' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'What is to be denuclearised' }).waitFor()
    })
  })

  it('folds what is the same, and brings it back', async () => {
    await visit(app, `/compare?a=${first}&b=${first}`, async page => {
      const fold = page.getByRole('button', { name: /^\d+ sentences the same$/ }).first()
      expect(await page.locator('.lead').textContent()).toBe('The two texts are the same, word for word.')
      const folded = Number.parseInt((await fold.textContent())!, 10)
      await fold.press('Enter')
      expect(await page.locator('.row').count()).toBe(folded)
    })
  })

  it('keeps a filter and the look in the address', async () => {
    await visit(app, two, async page => {
      await page.getByRole('button', { name: /^strengthened/ }).click()
      await page.getByRole('button', { name: 'inline' }).click()
      await expect.poll(() => placeOf(page)).toContain('change=strengthened')
      await expect.poll(() => placeOf(page)).toContain('view=inline')
      await page.reload()
      await page.locator('.row').first().waitFor()
      expect(await page.locator('.row').count()).toBe(1)
      expect(await page.locator('.row .both').isVisible()).toBe(true)
    })
  })

  it('goes from change to change by keys', async () => {
    await visit(app, two, async page => {
      await page.locator('.row').first().waitFor()
      const at = () => page.evaluate(() => document.activeElement?.id ?? '')
      await page.keyboard.press('n')
      const one = await at()
      await page.keyboard.press('n')
      const other = await at()
      expect([one, other].every(id => /^p\d+$/.test(id))).toBe(true)
      expect(other).not.toBe(one)
      await page.keyboard.press('p')
      expect(await at()).toBe(one)
    })
  })

  it('stands in one column on a phone', async () => {
    await visit(
      app,
      two,
      async page => {
        const row = page.locator('.row', { hasText: 'The Ministers deeply regret' })
        await row.waitFor()
        expect(await row.locator('.both').isVisible()).toBe(true)
        expect(await row.locator('.a').isVisible()).toBe(false)
      },
      { viewport: PHONE },
    )
  })

  it('gives the comparison as data, as a table, and as a document with tracked changes', async () => {
    await visit(app, two, async page => {
      await page.locator('.row').first().waitFor()
      const { schema } = JSON.parse((await downloaded(page, 'JSON')).toString()) as { schema: string }
      expect(schema).toBe('demarche.comparison/1')
      expect((await downloaded(page, 'CSV')).toString()).toContain('strengthened,regret')
      expect((await downloaded(page, 'Word')).subarray(0, 2).toString()).toBe('PK')
      expect((await downloaded(page, 'Page')).toString()).toContain('<ins>deeply</ins>')
    })
  })

  it('tells of three who says what on each point', async () => {
    await visit(app, `${two}&c=${next}&topic=denuclearisation`, async page => {
      const row = page.getByRole('row', { name: /^denuclearisation/ }).first()
      await row.waitFor()
      expect(await row.getByRole('cell').count()).toBe(3)
      await page
        .getByRole('link', { name: /^Take out/ })
        .first()
        .click()
      await page.locator('.compare .row').first().waitFor()
      expect(placeOf(page)).toContain(`a=${revised}&b=${next}`)
    })
  })

  it('says what the API says, and tries again', LONG, async () => {
    await expectRecovery(app, two, '**/api/v1/comparison?*', '.compare .row')
    await expectRecovery(app, `${two}&c=${next}`, '**/api/v1/comparison?*', '.compare .said')
    await expectRecovery(app, '/compare', '**/api/v1/statements?*', '.compare .rows li')
  })

  it('says which statement is not there', async () => {
    await visit(app, `/compare?a=ffffffffffff&b=${next}`, async page => {
      expect(await page.getByRole('alert').first().textContent()).toContain('ffffffffffff')
    })
  })
})
