/** What kind of text a title or a first line announces; the first that fits counts. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  // "Joint Communiqué of the Foreign Ministers"
  [/\bcommuniqu[eé]s?(?!\p{L})/iu, 'communique'],
  // "Joint Press Statement", "Trilateral Joint Declaration", "Leaders' Joint Statement"
  [/\bjoint\b.{0,30}\b(?:statement|declaration|readout|vision|announcement)\b/i, 'joint-statement'],
  // "Resolution 2397 (2017)"
  [/^\W*(?:[\w ]{0,30}\b)?resolutions? \d+|\b[A-Z]\/RES\/|^draft resolution\b/i, 'resolution'],
  // "Security Council Press Statement on ..."
  [/\bpress statement\b/i, 'press-statement'],
  // "Secretary Doe's Call with ...", "Readout of ...", "Meeting with ..."
  [/\bread-?outs?\b|\b(?:call|calls|meeting|meetings|telephone (?:call|conversation)) (?:with|between)\b/i, 'readout'],
  // "Remarks by ...", "Address to ...", "Speech at ..."
  [/^\W*(?:remarks|address|speech|keynote|lecture|opening statement|statement at)\b|\bspeech\b/i, 'speech'],
  // "Statement in the general debate", "Statement by Mr. Doe, 6141st meeting of the Council"
  [
    /\bstatement\b.*\b(?:general debate|S\/PV\.\d|explanation of vote|\d(?:st|nd|rd|th) (?:session|meeting))\b/i,
    'speech',
  ],
  [/\b(?:statement|declaration)\b/i, 'statement'],
  [/共同声明|공동\s?성명/, 'joint-statement'],
  [/談話|声明|성명|담화/, 'statement'],
  [/演説|挨拶|연설/, 'speech'],
]

export function kindOf(line: string): string | null {
  return KINDS.find(([pattern]) => pattern.test(line))?.[1] ?? null
}
