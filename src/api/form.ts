/** The form in which an answer is wanted, by `?format=` or the Accept header. */
import { Problem } from './problem.js'
import type { Resource } from './resource.js'

export type Form = 'json' | 'ndjson'

const NDJSON = ['application/x-ndjson', 'application/ndjson', 'application/jsonl']

/** @throws Problem for a form in which the resource does not come */
export function formOf({ rows, media, answer }: Resource, request: Request, params: URLSearchParams): Form {
  const asked = params.get('format')
  if (asked !== null && media === undefined) {
    const forms = rows === undefined ? ['json'] : ['json', 'ndjson']
    if (forms.includes(asked)) return asked as Form
    throw new Problem(
      'wrong-parameter',
      `format: "${asked}" is no form of this resource; choose one of ${forms.join(', ')}`,
    )
  }
  const accept = request.headers.get('accept')
  if (accept === null || accept.trim() === '' || answer === null) return 'json'
  const wanted = accept
    .split(',')
    .map(part => part.split(';').map(piece => piece.trim().toLowerCase()))
    .filter(([, ...more]) => !more.some(piece => /^q=0(?:\.0*)?$/.test(piece)))
    .map(([type]) => type!)
  if (rows !== undefined && wanted.some(type => NDJSON.includes(type))) return 'ndjson'
  const own = media ?? 'application/json'
  const [family] = own.split('/')
  const fits = wanted.some(type => type === own || type === '*/*' || type === `${family}/*`)
  // A browser's address bar and a bare problem document reader are served JSON too.
  if (fits || (media === undefined && wanted.some(type => type === 'application/problem+json'))) return 'json'
  const offered = [own, ...(rows === undefined ? [] : [NDJSON[0]!])].join(', ')
  throw new Problem('not-acceptable', `Accept: "${accept.slice(0, 80)}" has none of ${offered}; ask for one of them`)
}
