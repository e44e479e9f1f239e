import type { Site } from '../../test/web/site.js'

const DRAFT =
  'The Ministers of Arland, Norvia and Sund strongly condemn the launch of an intercontinental ballistic missile by the DPRK on November 18, 2022. This was the fifth launch of an ICBM by the DPRK in 2022. The three countries remain committed to the complete denuclearization of the Korean Peninsula.'

/** Every view of the desk over the bundled examples, by name: its path, and a selector for what is there when it is drawn. */
export function viewsOf({ desk }: Site): Record<string, [path: string, sign: string]> {
  const id = (label: string) => desk.ids.get(label)!
  const first = id('2022-11-19-arland-norvia-sund-icbm-launch')
  const later = id('2022-11-21-arland-norvia-sund-icbm-launch-revised')
  return {
    statements: ['/', '.year'],
    reading: [`/s/${first}`, '.body .trigger'],
    compare: [`/compare?a=${first}&b=${later}`, 'ins:visible'],
    timeline: ['/timeline?from=2022-01-01&to=2022-12-31&event=launch:KP-2022-11-18-01', '.timeline .provisions'],
    positions: ['/positions', '.positions .shade'],
    formulas: ['/formulas/what-is-denuclearised', '.formulas svg, .chart svg'],
    record: ['/record?part=votes', '.record .matrix'],
    map: ['/record?part=map', '.record .map .place'],
    search: ['/search?q=denuclearization', '.sentences mark'],
    add: ['/add', '.way'],
    draft: [
      `/draft?issuer=OTHER:arland&issuer=OTHER:norvia&issuer=OTHER:sund&date=2022-11-19#text=${encodeURIComponent(DRAFT)}`,
      '.draft .before',
    ],
  }
}
