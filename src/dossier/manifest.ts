/** `dossier.yaml`: what the dossier is about, its zones, and the words for its kinds, classes and activities. */
import { type Finding, finding } from '../text/finding.js'
import { columnOf } from './schema.js'
import { isZone } from './zones.js'

/** A kind of event and the words that name it. */
export interface KindEntry {
  id: string
  title: string
  nouns: string[]
  verbs: string[]
  /** What its `count` column counts, singular; empty where each row is one. */
  counts: string
  /** Whether its events have a class. */
  classed: boolean
  /** Tags of events and the words that ask for them. */
  marks: Record<string, string[]>
}

export interface ClassEntry {
  id: string
  title: string
  /** Wider classes, direct ones only. */
  within: string[]
  words: string[]
  /** May be any class within its own wider classes. */
  unspecified: boolean
}

export interface ActivityEntry {
  id: string
  title: string
  kinds: string[]
  classes: string[]
  /** Its events are contrary to what the activity is (a duty to suspend launches, and launches), and do not carry it out. */
  contrary: boolean
}

export interface Manifest {
  id: string
  title: string
  summary: string
  licence: string
  /** Actor ids whose conduct the dossier is about. */
  subjects: string[]
  homeZone: string
  councilZone: string
  /** Actor id of the body that adopts instruments, or null. */
  council: string | null
  quorum: { members: number; needed: number } | null
  /** Own numeric columns of events and their unit. */
  attributes: Record<string, string>
  kinds: Map<string, KindEntry>
  classes: Map<string, ClassEntry>
  activities: Map<string, ActivityEntry>
}

const MANIFEST_SCHEMA = 'demarche.dossier/1'
export const MANIFEST_FILE = 'dossier.yaml'

const KEYS: Record<string, readonly string[]> = {
  '': [
    'schema',
    'id',
    'title',
    'summary',
    'licence',
    'subjects',
    'zones',
    'council',
    'quorum',
    'attributes',
    'kinds',
    'classes',
    'activities',
  ],
  zones: ['home', 'council'],
  quorum: ['members', 'needed'],
  kinds: ['title', 'nouns', 'verbs', 'counts', 'classed', 'marks'],
  classes: ['title', 'within', 'words', 'unspecified'],
  activities: ['title', 'kinds', 'classes', 'contrary'],
}

/** Makes the manifest of the parsed YAML. Every fault is a finding; what is at fault is left out or empty. */
export function manifestOf(yaml: unknown): { manifest: Manifest; findings: Finding[] } {
  const findings: Finding[] = []
  const wrong = (path: string, actual: unknown, expected: string) => {
    const shown = shownYaml(actual)
    findings.push(
      finding('dossier/manifest', 'error', `${MANIFEST_FILE}, ${path || 'top'}: '${shown}' is not ${expected}`, {
        actual: shown,
        expected,
        evidence: [`${MANIFEST_FILE}:${path}`],
      }),
    )
  }
  const mapOf = (value: unknown, path: string): Record<string, unknown> => {
    if (value === undefined || value === null) return {}
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
    wrong(path, value, 'a mapping of names to values')
    return {}
  }
  const known = (value: Record<string, unknown>, path: string, keys: readonly string[]) => {
    for (const key of Object.keys(value))
      if (!keys.includes(key)) wrong(path ? `${path}.${key}` : key, key, `a key known here (${keys.join(', ')})`)
  }
  /** Entries by id; ids stand in cells of several values. */
  const entriesOf = (value: unknown, path: string): [string, unknown][] =>
    Object.entries(mapOf(value, path)).filter(
      ([id]) => !/[\s;]/.test(id) || void wrong(`${path}.${id}`, id, 'an id without spaces and semicolons'),
    )
  const text = (value: unknown, path: string, needed = false): string => {
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return String(value)
    if (needed || (value !== undefined && value !== null && value !== '')) wrong(path, value, 'a text')
    return ''
  }
  const texts = (value: unknown, path: string): string[] => {
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) {
      wrong(path, value, 'a list in square brackets')
      return []
    }
    return value.map((item, i) => text(item, `${path}[${i}]`, true)).filter(item => item !== '')
  }
  const truth = (value: unknown, path: string): boolean => {
    if (value === undefined || value === null) return false
    if (typeof value !== 'boolean') wrong(path, value, 'true or false')
    return value === true
  }

  const top = mapOf(yaml, '')
  known(top, '', KEYS['']!)
  if (top.schema !== MANIFEST_SCHEMA) wrong('schema', top.schema, `'${MANIFEST_SCHEMA}'`)
  const zones = mapOf(top.zones, 'zones')
  known(zones, 'zones', KEYS.zones!)
  const zone = (value: unknown, path: string): string => {
    const name = text(value, path, true)
    if (name === '' || isZone(name)) return name || 'UTC'
    wrong(path, name, 'a time zone by its IANA name (Area/City)')
    return 'UTC'
  }
  const homeZone = zone(zones.home, 'zones.home')
  const quorum = mapOf(top.quorum, 'quorum')
  known(quorum, 'quorum', KEYS.quorum!)
  const size = (key: string): number => {
    const value = quorum[key]
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
    wrong(`quorum.${key}`, value, 'a number of members')
    return 0
  }

  const section = <E>(
    name: 'kinds' | 'classes' | 'activities',
    make: (id: string, path: string, entry: Record<string, unknown>) => E,
  ): Map<string, E> => {
    const made = new Map<string, E>()
    for (const [id, value] of entriesOf(top[name], name)) {
      const path = `${name}.${id}`
      const entry = mapOf(value, path)
      known(entry, path, KEYS[name]!)
      made.set(id, make(id, path, entry))
    }
    return made
  }

  const kinds = section<KindEntry>('kinds', (id, path, entry) => {
    const marks = entriesOf(entry.marks, `${path}.marks`)
    const words = Object.fromEntries(marks.map(([mark, value]) => [mark, texts(value, `${path}.marks.${mark}`)]))
    return {
      id,
      title: text(entry.title, `${path}.title`, true),
      nouns: texts(entry.nouns, `${path}.nouns`),
      verbs: texts(entry.verbs, `${path}.verbs`),
      counts: text(entry.counts, `${path}.counts`),
      classed: truth(entry.classed, `${path}.classed`),
      marks: words,
    }
  })
  if (kinds.size === 0 && (top.kinds === undefined || top.kinds === null || typeof top.kinds === 'object'))
    wrong('kinds', top.kinds, 'a mapping with at least one kind of event')

  const classes = section<ClassEntry>('classes', (id, path, entry) => ({
    id,
    title: text(entry.title, `${path}.title`, true),
    within: texts(entry.within, `${path}.within`),
    words: texts(entry.words, `${path}.words`),
    unspecified: truth(entry.unspecified, `${path}.unspecified`),
  }))
  for (const { id, within } of classes.values())
    for (const wider of within)
      if (!classes.has(wider) || wider === id) wrong(`classes.${id}.within`, wider, 'the id of another class')

  const activities = section<ActivityEntry>('activities', (id, path, entry) => {
    const of = (key: 'kinds' | 'classes', all: ReadonlyMap<string, unknown>) =>
      texts(entry[key], `${path}.${key}`).filter(
        item => all.has(item) || void wrong(`${path}.${key}`, item, `one of the ${key}`),
      )
    return {
      id,
      title: text(entry.title, `${path}.title`, true),
      kinds: of('kinds', kinds),
      classes: of('classes', classes),
      contrary: truth(entry.contrary, `${path}.contrary`),
    }
  })

  const attributes: Record<string, string> = {}
  for (const [name, unit] of Object.entries(mapOf(top.attributes, 'attributes')))
    if (columnOf('events', name, {}) !== null)
      wrong(`attributes.${name}`, name, 'a name that is no column of events already')
    else attributes[name] = text(unit, `attributes.${name}`, true)

  return {
    manifest: {
      id: text(top.id, 'id', true),
      title: text(top.title, 'title', true),
      summary: text(top.summary, 'summary'),
      licence: text(top.licence, 'licence'),
      subjects: texts(top.subjects, 'subjects'),
      homeZone,
      councilZone: zones.council === undefined ? homeZone : zone(zones.council, 'zones.council'),
      council: text(top.council, 'council') || null,
      quorum: top.quorum === undefined ? null : { members: size('members'), needed: size('needed') },
      attributes,
      kinds,
      classes,
      activities,
    },
    findings,
  }
}

/** A value as a message shows it; YAML may hold values that hold themselves. */
export function shownYaml(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value ?? null).slice(0, 200)
  } catch {
    return 'a value that holds itself'
  }
}
