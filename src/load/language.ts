/** What language a text is in. */
export interface LanguageGuess {
  /** ISO 639-1 code; `und` where the text has no words. */
  language: string
  /** Whether the answer can be relied on; short and mixed texts give unsure ones. */
  sure: boolean
}

/** Code units that are looked at; a statement does not change its language after that. */
const SAMPLE = 4000

/** English function words that no other language has among its own frequent ones. */
const ENGLISH =
  /^(?:the|and|that|with|this|which|their|they|have|has|been|were|are|from|its|it|by|our|these|those|shall|would|should|on|of|to|for|not|as)$/
/** Those of them that other languages share often enough to mislead a short text. */
const SHARED = /^(?:of|to|for|on|as|by|it|are|not|were|has)$/

/** Scripts that stand for one language, as far as statements of governments go. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
]

/**
 * Language of a text. English and the languages that have a script of their own are told without the detector, whose
 * tables take a third of a second to load.
 */
export async function detectLanguage(text: string): Promise<LanguageGuess> {
  const sample = text.slice(0, SAMPLE)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return { language: 'und', sure: false }

  // 1. Scripts. Japanese is kana among Han; Han alone is Chinese.
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const han = count(sample, /\p{Script=Han}/gu)
  for (const [script, language] of SCRIPTS) {
    if (count(sample, script) / letters > 0.3) return { language, sure: true }
  }
  if ((kana + han) / letters > 0.3) {
    return kana / (kana + han) > 0.08 ? { language: 'ja', sure: true } : { language: 'zh', sure: han >= 8 }
  }

  // 2. English by its function words.
  if (looksEnglish(sample)) return { language: 'en', sure: true }

  // 3. Everything else.
  const { eld } = await import('eld/small')
  const guess = eld.detect(sample)
  if (guess.language === '') return { language: 'und', sure: false }
  return { language: guess.language, sure: guess.isReliable() }
}

/** Whether enough of the words are English function words; cheap, and false for a text of a few words. */
export function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  if (words.length < 8) return false
  let all = 0
  let own = 0
  for (const word of words) {
    if (!ENGLISH.test(word)) continue
    all++
    if (!SHARED.test(word)) own++
  }
  return all / words.length > 0.16 && own / words.length > 0.05
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
