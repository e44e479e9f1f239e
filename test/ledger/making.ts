/** Statements of invented issuers, read and ready for a ledger. */
import { load, read } from '../../src/index.js'
import type { Entry } from '../../src/ledger/ledger.js'

export interface Making {
  text: string
  id?: string
  date?: string | null
  issuers?: string[]
  language?: string
  url?: string
  title?: string
}

export async function entry({
  text,
  id = 'statement',
  date = '2022-05-28',
  issuers = ['OTHER:arland'],
  ...more
}: Making): Promise<Entry> {
  const lines = [
    `id: ${id}`,
    ...(date === null ? [] : [`date: ${date}`]),
    `issuers: [${issuers.join(', ')}]`,
    ...(more.language ? [`language: ${more.language}`] : []),
    ...(more.url ? [`url: ${more.url}`] : []),
    ...(more.title ? [`title: ${more.title}`] : []),
  ]
  const bytes = new TextEncoder().encode(`---\n${lines.join('\n')}\n---\n${text}`)
  const doc = await load({ bytes, name: `${id}.txt` })
  return { doc, reading: read(doc) }
}

/** Twenty words of two characters, each in a sentence of its own with words on both sides. */
export const SHORT_WORDS: [word: string, sentence: string][] = [
  ['제재', '우리는 대북제재결의를 지지한다.'],
  ['발사', '미사일발사를 규탄한다.'],
  ['규탄', '강력히 규탄하였다.'],
  ['대화', '조건없는대화로 돌아올 것을 촉구한다.'],
  ['합의', '기존합의를 준수한다.'],
  ['도발', '모든도발행위를 중단하라.'],
  ['협력', '삼국협력을 강화한다.'],
  ['인권', '북한인권상황을 우려한다.'],
  ['평화', '한반도평화체제를 바란다.'],
  ['결의', '안보리결의안을 채택하였다.'],
  ['拉致', '日本人拉致問題の解決を求める。'],
  ['制裁', '国連制裁委員会に報告した。'],
  ['発射', 'ミサイル発射を非難する。'],
  ['非難', '最も強い言葉で非難した。'],
  ['対話', '無条件の対話に応じる。'],
  ['協力', '三か国協力を強化する。'],
  ['決議', '安保理決議違反である。'],
  ['核の', '完全な核の放棄を求める。'],
  ['首脳', '日米首脳会談が行われた。'],
  ['抗議', '厳重に抗議を申し入れた。'],
]
