/** The record and its timeline: what is seen, what leads where, spans, and the API failing. */
import { describe, expect, it } from 'vitest'
import { CHROMIUM } from './browser.js'
import { opened } from './opened.js'
import { downloaded, expectClean, expectRecovery, placeOf, visit } from './visit.js'

const app = opened()

describe.skipIf(CHROMIUM === null)('record', () => {
  it.each([
    ['/record?from=2022-01-01&to=2022-12-31', '.record tbody tr'],
    ['/record?part=resolutions&symbol=S/2022/431', '.record .ballot'],
    ['/record?part=obligations&on=2022-05-25', '.record .paragraphs'],
    ['/record?part=votes', '.record .matrix'],
    ['/record?part=map', '.record .map .place'],
  ])('%s is clean in both themes and sizes', async (path, sign) => {
    await expectClean(app, path, sign)
  })

  it('filters events in the address, and gives them as a table', async () => {
    await visit(app, '/record?from=2022-05-25&to=2022-05-25', async page => {
      await page.locator('tbody tr').first().waitFor()
      const all = await page.locator('tbody tr').count()
      await page.getByRole('button', { name: /^intercontinental/ }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBeLessThan(all)
      expect(placeOf(page)).toContain('class=ICBM')
      expect((await downloaded(page, 'CSV')).toString()).toContain('launch:KP-2022-05-25-01')
    })
  })

  it('shows who voted how, and what binds whom on a day', async () => {
    await visit(app, '/record?part=resolutions&symbol=S/2022/431', async page => {
      await page.getByRole('heading', { name: /^For 13/ }).waitFor()
      expect(await page.locator('.ballot em').count()).toBe(2)
    })
    await visit(app, '/record?part=obligations&on=2006-07-14', async page => {
      await page.getByText(/in force on 14 July 2006/).waitFor()
      const before = await page.locator('.paragraphs li').count()
      await page.getByLabel('In force on').fill('2018')
      await page.keyboard.press('Enter')
      await page.getByText(/in force on 1 January 2018/).waitFor()
      expect(await page.locator('.paragraphs li').count()).toBeGreaterThan(before)
    })
  })

  it('comes back where the API fails', async () => {
    await expectRecovery(app, '/record', '**/api/v1/events*', '.record tbody tr')
  })
})

describe.skipIf(CHROMIUM === null)('timeline', () => {
  it('is clean in both themes and sizes, with an event open', async () => {
    await expectClean(
      app,
      '/timeline?from=2022-01-01&to=2022-12-31&event=launch:KP-2022-05-25-01',
      '.timeline .provisions',
    )
  })

  it('takes a span by dragging, and by its buttons', async () => {
    await visit(app, '/timeline', async page => {
      const chart = page.locator('.timeline-place svg')
      await chart.waitFor()
      const box = (await chart.boundingBox())!
      await page.mouse.move(box.x + box.width * 0.6, box.y + 60)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.8, box.y + 60, { steps: 4 })
      await page.mouse.up()
      await expect.poll(() => placeOf(page)).toContain('from=')
      const taken = placeOf(page)
      await page.getByRole('button', { name: 'Closer' }).click()
      await expect.poll(() => placeOf(page)).not.toBe(taken)
      await page.getByRole('button', { name: 'All', exact: true }).click()
      await expect.poll(() => placeOf(page)).toBe('/timeline')
    })
  })

  it('tells what a launch breached and who spoke of it', async () => {
    await visit(app, '/timeline?from=2022-11-18&to=2022-11-22', async page => {
      await page
        .getByRole('button', { name: /intercontinental ballistic missile/ })
        .first()
        .click()
      const panel = page.getByRole('complementary', { name: 'The event that was chosen' })
      await panel
        .getByRole('link', { name: /S\/RES\/\d+ .*paragraph/ })
        .first()
        .waitFor()
      expect(await panel.locator('.acts blockquote').count()).toBeGreaterThan(0)
      expect(placeOf(page)).toContain('event=launch')
    })
  })

  it('comes back where the API fails', async () => {
    await expectRecovery(app, '/timeline', '**/api/v1/events*', '.timeline-place svg')
  })
})
