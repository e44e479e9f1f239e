/** Dossiers for tests, from texts in place of files. */
import { load } from 'js-yaml'
import { type Built, DossierBuilder } from '../../src/dossier/builder.js'
import { CsvReader } from '../../src/dossier/csv-reader.js'
import type { Dossier } from '../../src/dossier/dossier.js'

export const MANIFEST = `schema: demarche.dossier/1
id: tern
title: The Tern crisis
subjects: [NRV]
zones: { home: Asia/Tokyo, council: America/New_York }
council: NC
quorum: { members: 5, needed: 3 }
attributes: { apogee_km: km }
kinds:
  launch: { title: launch, nouns: [launch], verbs: [launch], counts: missile, classed: true, marks: { far: [far] } }
  talks: { title: talks, nouns: [talks] }
classes:
  missile: { title: missile }
  ballistic: { title: ballistic missile, within: [missile] }
  cruise: { title: cruise missile, within: [missile] }
  SHORT: { title: short-range ballistic missile, within: [ballistic] }
  LONG: { title: long-range ballistic missile, within: [ballistic] }
  OPEN: { title: ballistic missile of unknown class, within: [ballistic], unspecified: true }
activities:
  ballistic-launch: { title: launches of ballistic missiles, kinds: [launch], classes: [ballistic] }
  long-launch: { title: launches of long-range missiles, kinds: [launch], classes: [LONG] }
  suspension: { title: suspension of launches, kinds: [launch], classes: [ballistic], contrary: true }
  talks: { title: talks, kinds: [talks] }
`

export const ACTORS = `id,kind,name,aliases,name_ja,members,verified,source
NRV,state,Norvia,Kingdom of Norvia,ノルビア,,true,invented
ARL,state,Arland,,,,true,invented
SUN,state,Sund,,,,true,invented
NC,body,Northern Council,the Council,,,true,invented
PACT,group,Norvian Pact,,,NRV;SUN,true,invented
`

export const EVENTS_HEAD =
  'id,kind,date,end,time,zone,actors,count,count_bound,class,place,outcome,marks,verified,source\n'
const EVENTS = `${EVENTS_HEAD}e:1,launch,2021-03-04,,06:10,,NRV,1,,SHORT,Veska,success,,true,invented
`

/** What the builder makes of the files; those not given are small and sound ones. */
export function build(files: Record<string, string>): Built {
  const all: Record<string, string> = { 'actors.csv': ACTORS, 'events.csv': EVENTS, ...files }
  const builder = new DossierBuilder({ value: load(all['dossier.yaml'] ?? MANIFEST) })
  for (const [name, text] of Object.entries(all)) {
    if (name === 'dossier.yaml') continue
    if (name === 'formulas.yaml') {
      builder.formulas(name, load(text))
      continue
    }
    const sink = builder.table(name)
    if (sink === null) continue
    const reader = new CsvReader({ row: sink.row, fault: sink.broken })
    reader.write(text)
    reader.end()
    sink.end()
  }
  return builder.finish()
}

/** @throws where the files are not sound */
export function dossier(files: Record<string, string>): Dossier {
  const { dossier: made, findings } = build(files)
  if (made === null) throw new Error(findings.map(({ message }) => message).join('\n'))
  return made
}

export function messages(files: Record<string, string>): string[] {
  return build(files).findings.map(({ message }) => message)
}
