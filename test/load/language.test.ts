import { describe, expect, it } from 'vitest'
import { detectLanguage, looksEnglish } from '../../src/load/language.js'
import { load } from '../../src/load/load.js'
import { utf8 } from './actors.js'

const DUTCH =
  'De regering van Norvia veroordeelt de lancering van de raket en roept op tot terughoudendheid. Wij blijven in nauw contact met onze partners over de gevolgen voor de veiligheid in de regio.'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The Ministers of Arland and Norvia strongly condemn the launch and urge Veska to return to the talks.'],
    ['en', 'Arland welcomes the decision of its partners.'],
    ['ko', '우리는 노르비아의 미사일 발사를 강력히 규탄한다. (UNSC, DPRK)'],
    ['ja', '我々はノルビアのミサイル発射を強く非難する。'],
    ['zh', '我们强烈谴责诺维亚发射导弹的行为,敦促其立即停止。'],
    ['nl', DUTCH],
    ['de', 'Die Regierung von Norvia verurteilt den Start der Rakete und ruft alle Seiten zur Zurückhaltung auf.'],
    ['fr', 'Le gouvernement de Norvia condamne fermement le tir et appelle toutes les parties à la retenue.'],
    ['es', 'El Gobierno de Norvia condena el lanzamiento y pide a todas las partes que actúen con moderación.'],
    ['ru', 'Правительство Норвии осуждает пуск ракеты и призывает все стороны проявлять сдержанность.'],
    ['ar', 'تدين حكومة نورفيا إطلاق الصاروخ وتدعو جميع الأطراف إلى ضبط النفس.'],
    ['el', 'Η κυβέρνηση της Νορβίας καταδικάζει την εκτόξευση.'],
    ['th', 'รัฐบาลนอร์เวียประณามการยิงขีปนาวุธ'],
    ['und', '1234 --- 567'],
  ])('%s', async (language, text) => {
    expect((await detectLanguage(text)).language).toBe(language)
  })

  it('takes English for English only', () => {
    expect(looksEnglish('The Ministers of Arland and Norvia strongly condemn the launch of the missile.')).toBe(true)
    expect(looksEnglish(DUTCH)).toBe(false)
    expect(looksEnglish('We condemn it.')).toBe(false)
  })
})

describe('the language of a document', () => {
  it('is the given one, with a finding where the text looks otherwise', async () => {
    const text = `---\nid: a\nlanguage: en-GB\n---\n${DUTCH} ${DUTCH} ${DUTCH}`
    const doc = await load({ bytes: utf8(text) })
    expect(doc.language).toBe('en')
    expect(doc.findings.map(finding => finding.rule)).toContain('load/language-doubtful')
    expect((await load({ bytes: utf8(text) }, { language: 'nl' })).language).toBe('nl')
  })

  it('is uncertain in a text without words', async () => {
    const doc = await load({ bytes: utf8('2022: 17 / 18') })
    expect(doc.language).toBe('und')
    expect(doc.findings.map(finding => finding.rule)).toContain('load/language-uncertain')
  })

  it('is found in English without loading the detector', async () => {
    const text =
      'The Ministers of Arland and Norvia strongly condemn the launch and urge Veska to return to the talks. '.repeat(
        30,
      )
    await load({ bytes: utf8(text) })
    const start = performance.now()
    for (let n = 0; n < 20; n++) await load({ bytes: utf8(text + n) })
    expect((performance.now() - start) / 20).toBeLessThan(10)
  })
})
