/**
 * Statements of invented issuers for the ledger's benchmark: clauses recombined, so that at least 70% of the sentences are
 * distinct, and as long as those of the open corpus (24 sentences of 170 characters a statement on average, half of the statements
 * with fewer than 15).
 */
import { mulberry32 } from '../scripts/random.js'

const ISSUERS = [
  'arland',
  'norvia',
  'sund',
  'veska',
  'quillon',
  'tarsis',
  'ostmark',
  'lunde',
  'merrow',
  'halden',
  'iskar',
  'pellia',
]
const VERBS =
  'strongly condemn,condemn,deplore,regret,welcome,support,urge,call on,demand,note,express deep concern about,reaffirm,reject,are ready to discuss,recall,stress the importance of'.split(
    ',',
  )
const THINGS =
  'the launch of a ballistic missile,the test of a nuclear device,the full implementation of the resolution,the joint exercise,the meeting of ministers,the delivery of humanitarian aid,the transfer of arms,the complete denuclearization of the peninsula,the violation of the ceasefire,the return of the abducted,the freedom of navigation,the election of the council,the repression of protesters,the closure of the border,the exchange of prisoners,the reform of the bank'.split(
    ',',
  )
const PLACES =
  'in the strait,near the border,over the eastern sea,in the capital,at the port,along the coast,in the northern province,beyond the islands,on the high seas,in the demilitarised zone'.split(
    ',',
  )
const TAILS =
  'which threatens peace and stability in the region,as a clear breach of its obligations,in line with the Charter,together with partners and allies,without preconditions,as agreed at the last summit,despite repeated appeals,with the support of the Secretary-General,until all conditions are met,for the benefit of both peoples,after long and difficult talks,and will respond with resolve'.split(
    ',',
  )
const RARE = 0.004

export interface Text {
  id: string
  date: string
  issuer: string
  text: string
  sentences: number
}

/** The statement of that number: the same for the same number. */
export function statementOf(number: number): Text {
  const random = mulberry32(number * 2654435761 + 17)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const sentences = Math.max(1, Math.min(250, Math.round(14.5 * Math.exp(normal))))
  const lines = Array.from({ length: sentences }, () => {
    const day = `${1 + Math.floor(random() * 28)} ${one(['March', 'May', 'June', 'September', 'October'])}`
    const code = random() < RARE ? `, known as codename${Math.floor(random() * 4000)},` : ''
    const other = one(ISSUERS)
    return `We ${one(VERBS)} ${one(THINGS)} ${one(PLACES)} by ${other[0]!.toUpperCase()}${other.slice(1)} on ${day}${code} ${one(TAILS)}, ${one(TAILS)}.`
  })
  const date = new Date(Date.UTC(1995, 0, 1 + Math.floor(random() * 11_000))).toISOString().slice(0, 10)
  return { id: `bench-${number}`, date, issuer: `OTHER:${one(ISSUERS)}`, text: lines.join(' '), sentences }
}

/** Two hundred queries: a third with few hits, a third with a middling number, a third with very many. */
export function queries(): string[] {
  const random = mulberry32(200)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const last = (text: string) => text.split(' ').at(-1)!
  return Array.from({ length: 200 }, (_, n) => {
    if (n % 3 === 0) return `codename${Math.floor(random() * 4000)}`
    if (n % 3 === 1) return `"${one(THINGS)} ${one(PLACES)}" ${one(ISSUERS)}`
    return one([last(one(THINGS)), last(one(PLACES)), one(ISSUERS), 'peace', `"${one(TAILS)}"`])
  })
}
