/** The reading room in a browser: what is marked, what lights up, what the address holds, and correcting. */
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, complaintsOf } from './browser.js'
import { opened } from './opened.js'

const app = opened()

describe.skipIf(CHROMIUM === null)('the reading room', () => {
  let page: Page
  let complaints: string[]
  let id: string

  beforeAll(() => {
    id = app.site.desk.ids.get('2022-05-27-arland-on-the-vote-of-may-26')!
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  async function open(path: string, width = 1440): Promise<void> {
    page = await app.browser.newPage({ viewport: { width, height: 900 } })
    page.setDefaultTimeout(10_000)
    complaints = complaintsOf(page)
    await page.goto(app.site.address + path)
    await page.locator('h1').waitFor()
  }

  it('is reached from the list, and shows acts, claims and the contradiction', async () => {
    await open('/')
    await page.getByRole('link', { name: /on the Vote in the Security Council/ }).click()
    await page.waitForURL(/\/s\/[0-9a-f]{16}$/)
    const text = page.getByRole('article', { name: 'Text' })
    await text.locator('a.trigger', { hasText: 'strongly condemns' }).waitFor()
    const summary = page.getByRole('region', { name: 'Summary' })
    await summary.getByText('contradicted').first().waitFor()
    expect(await summary.getByRole('button', { name: /contradicted.*seventh nuclear test/ }).count()).toBe(1)
    // The text stands in the page character for character.
    const { text: said } = (await (await app.site.desk.get(`/statements/${id}/reading`)).json()).statement
    const shown = await text.locator('.s').allInnerTexts()
    expect(said).toContain('Arland strongly condemns the ballistic missile launches')
    expect(shown[0]).toContain('Arland strongly condemns the ballistic missile launches')
  })

  it('opens a claim to the rows of the record and their sources', async () => {
    await open(`/s/${id}`)
    await page.getByRole('button', { name: /contradicted.*seventh nuclear test/ }).click()
    const note = page.locator('.note.claim[data-open="true"]')
    await note.waitFor()
    expect(page.url()).toMatch(/\?claim=\d+$/)
    await note.locator('summary').click()
    expect(await note.locator('.source-row').count()).toBeGreaterThan(0)
    expect(await note.locator('.source-row .source').first().textContent()).not.toBe('')
  })

  it('lights up the words of a note and the note of the words', async () => {
    await open(`/s/${id}`)
    await page.locator('#t0').hover()
    await page.locator('#n0.lit').waitFor()
    expect(await page.locator('.lit-t').allInnerTexts()).toEqual(['strongly condemns'])
    expect((await page.locator('.lit-w').allInnerTexts()).join('')).toContain('ballistic missile launches')
    await page.locator('#n1').hover()
    expect(await page.locator('.lit-t').allInnerTexts()).toEqual(['launched'])
    await page.locator('#t0').focus()
    await page.locator('#n0.lit').waitFor()
  })

  it('keeps filters and what is open in the address', async () => {
    await open(`/s/${id}?force=condemn`)
    await page.locator('a.trigger').first().waitFor()
    expect(await page.locator('a.trigger').allInnerTexts()).toEqual(['strongly condemns'])
    await page.getByRole('complementary').getByRole('button', { name: 'regret 1' }).click()
    await page.waitForURL(/\?force=condemn&force=regret$/)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForURL(/\/s\/[0-9a-f]+$/)
    await page.locator('#t0').click()
    await page.waitForURL(/\?act=0$/)
    await page.reload()
    await page.locator('#n0[data-open="true"]').waitFor()
  })

  it('comes to the sentence or the act that the address means', async () => {
    await open(`/s/${id}#s12`)
    await page.locator('#s12').waitFor()
    await page.waitForFunction(() => {
      const { top } = document.getElementById('s12')!.getBoundingClientRect()
      return top > 0 && top < window.innerHeight
    })
  })

  it('corrects an act, remembers who and why, and takes it back', async () => {
    await open(`/s/${id}?act=0`)
    await page.locator('#n0').getByRole('button', { name: 'Correct' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct this act' })
    await dialog.getByLabel('Force').selectOption('concern')
    await dialog.getByLabel('Who corrects').fill('A. Reader')
    await dialog.getByLabel(/^Why/).fill('a test')
    await dialog.getByRole('button', { name: 'Keep the correction' }).click()
    await page.locator('#n0 .force-word', { hasText: 'concern' }).waitFor()
    await page.getByRole('button', { name: 'Corrections' }).click()
    const history = page.getByRole('dialog', { name: 'Corrections' })
    await history.getByText('A. Reader').first().waitFor()
    await history.getByRole('button', { name: 'Take back' }).click()
    await page.locator('#n0 .force-word', { hasText: 'condemn' }).waitFor({ state: 'attached' })
  })

  it('makes an act of selected words', async () => {
    await open(`/s/${id}`)
    await page.evaluate(() => localStorage.setItem('demarche.signature', '{"who":"A. Reader","why":"a test"}'))
    await page.locator('#s1').waitFor()
    await page.evaluate(() => {
      const words = document.querySelector('#s1 [data-at]')!.firstChild!
      window.getSelection()!.setBaseAndExtent(words, 0, words, 9)
    })
    await page.getByRole('toolbar').getByRole('button', { name: 'Add an act' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add an act' })
    await dialog.getByLabel('Force').selectOption('note')
    await dialog.getByRole('button', { name: 'Add the act' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('#s1 a.trigger', { hasText: 'According' }).waitFor()
    const { corrections } = await (await app.site.desk.get(`/statements/${id}/corrections`)).json()
    expect(corrections.at(-1).correction).toMatchObject({ kind: 'add', who: 'A. Reader', act: { force: 'note' } })
  })

  it('folds the notes below their sentences on a phone', async () => {
    await open(`/s/${id}`, 390)
    const fold = page.locator('.fold-notes').first()
    await fold.waitFor()
    expect(await fold.locator('.notes').isVisible()).toBe(false)
    await fold.locator('summary').click()
    expect(await fold.locator('.notes').isVisible()).toBe(true)
  })

  it('is read by the keyboard alone', async () => {
    await open(`/s/${id}`)
    await page.locator('#t0').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page')
    await page.keyboard.press('Enter')
    await page.locator('#t0').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?act=0$/)
    await page.locator('#n0 .note-head').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.waitForURL(/\/search/)
  })
})
