/** Positions: the matrix, its acts, its filters, one actor on a phone, and the API failing. */
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, violationsOn } from './browser.js'
import { opened } from './opened.js'
import { downloaded, expectClean, expectRecovery, LONG, PHONE, placeOf, visit } from './visit.js'

const app = opened()

describe.skipIf(CHROMIUM === null)('positions', () => {
  let address = ''

  beforeAll(() => {
    address = '/positions'
  })

  it('is clean in both themes and sizes', LONG, async () => {
    await expectClean(app, address, '.positions .shade')
    await expectClean(app, `${address}?cell=OTHER:norvia:missile-launch`, '.positions .cell-acts li')
  })

  it('opens the acts behind a cell, each leading to its words', async () => {
    await visit(app, address, async page => {
      await page.locator('.matrix .shade').first().waitFor()
      await page.locator('.matrix .shade').first().click()
      const dialog = page.getByRole('dialog')
      const link = dialog.getByRole('link').first()
      await link.waitFor()
      expect(await dialog.locator('.trigger').count()).toBeGreaterThan(0)
      expect(await link.getAttribute('href')).toMatch(/^\/s\/[0-9a-f]{64}\?act=\d+$/)
      expect(placeOf(page)).toContain('cell=')
    })
  })

  it('works by the keyboard alone', async () => {
    await visit(app, address, async page => {
      await page.locator('.matrix .shade').first().waitFor()
      await page.locator('.matrix').focus()
      await page.keyboard.press('Tab')
      const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '')
      const first = await at()
      await page.keyboard.press('ArrowRight')
      expect(await at()).not.toBe(first)
      await page.keyboard.press('ArrowLeft')
      expect(await at()).toBe(first)
      await page.keyboard.press('ArrowDown')
      const below = await at()
      expect(below).not.toBe(first)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('link').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(at).toBe(below)
      expect(placeOf(page)).toBe('/positions')
    })
  })

  it('keeps its filters in the address', async () => {
    await visit(app, address, async page => {
      await page
        .getByRole('group', { name: 'Actors' })
        .getByRole('button', { name: /^Norvia/ })
        .click()
      await page
        .getByRole('group', { name: 'Topics' })
        .getByRole('button', { name: /^dialogue/ })
        .click()
      await page.getByLabel('Since').selectOption('2023')
      await expect.poll(() => placeOf(page)).toContain('since=2023')
      await page.reload()
      const cells = page.locator('.cells li')
      await cells.first().waitFor()
      expect(await cells.count()).toBe(1)
      expect(await page.getByRole('heading', { level: 2, name: 'Norvia' }).count()).toBe(1)
    })
  })

  it('says what every cell says in a table behind it', async () => {
    await visit(app, address, async page => {
      await page.locator('.matrix .shade').first().waitFor()
      const cells = await page.locator('.matrix .shade').count()
      await page.getByRole('button', { name: 'As a table' }).click()
      expect(await page.locator('.table tbody tr').count()).toBe(cells)
      expect(await violationsOn(page)).toEqual([])
    })
  })

  it('shows one actor at a time on a phone', async () => {
    await visit(
      app,
      address,
      async page => {
        await page.locator('.cells li').first().waitFor()
        const other = await page.getByLabel('Actor').locator('option', { hasText: /^Sund/ }).getAttribute('value')
        await page.getByLabel('Actor').selectOption(other)
        await page.getByRole('heading', { level: 2, name: 'Sund' }).waitFor()
        expect(placeOf(page)).toContain('actor=')
      },
      { viewport: PHONE },
    )
  })

  it('gives its cells as CSV and JSON', async () => {
    await visit(app, address, async page => {
      await page.locator('.matrix .shade').first().waitFor()
      const table = (await downloaded(page, 'CSV')).toString()
      const cells = JSON.parse((await downloaded(page, 'JSON')).toString()) as unknown[]
      expect(table.trim().split('\r\n').length).toBe(cells.length + 1)
    })
  })

  it('says so where a year has nothing', async () => {
    await visit(app, `${address}?since=2090`, async page => {
      await page.getByRole('heading', { name: 'Nothing since 2090' }).waitFor()
      expect(await violationsOn(page)).toEqual([])
    })
  })

  it('says what the API says, and tries again', LONG, async () => {
    await expectRecovery(app, address, '**/api/v1/positions?*', '.positions .shade')
    await expectRecovery(app, `${address}?cell=OTHER:norvia:missile-launch`, '**/api/v1/positions/*', '.cell-acts li')
  })
})
