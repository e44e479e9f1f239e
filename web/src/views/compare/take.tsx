/** Takes the comparison home: as data, as a table of its changes, as a page, and as a Word document with tracked changes. */
import type { Compared } from '../../../../src/export/comparison/format.js'
import { actView, changeLabel, formulaViews, nameOf } from '../../../../src/export/comparison/summary.js'
import { DownloadMenu, type Rows } from '../../pieces/download.js'

export function Take({ compared }: { compared: Compared }) {
  const { a, b, comparison } = compared
  const day = (date: string | null) => date ?? 'undated'
  return (
    <DownloadMenu
      name={`comparison-${day(a.statement.date)}-${day(b.statement.date)}`}
      csv={() => table(compared)}
      json={() => comparison}
      files={[
        { name: 'Word', ending: 'docx', type: DOCX, make: () => written('docx', compared) },
        { name: 'Page', ending: 'html', type: 'text/html;charset=utf-8', make: () => written('html', compared) },
      ]}
    />
  )
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The same writers as those of the command line; they are loaded when one is asked for. */
async function written(format: 'docx' | 'html', compared: Compared): Promise<string | Uint8Array> {
  const { writer } =
    format === 'docx'
      ? await import('../../../../src/export/comparison/docx.js').then(({ docx }) => ({ writer: docx }))
      : await import('../../../../src/export/comparison/html.js').then(({ html }) => ({ writer: html }))
  return writer.write(compared, {
    width: 100,
    style: (_, text) => text,
    coloured: false,
    context: 1,
    author: 'Demarche',
    at: new Date().toISOString(),
  })
}

function table(compared: Compared): Rows {
  const { a, b, comparison } = compared
  const act = (side: Compared['a'], index: number | null) => {
    if (index === null) return ['', '', '', '', '', '']
    const { act, trigger, content, condition } = actView(side, index)
    return [
      act.force,
      act.intensity,
      act.actors.join(' '),
      act.targets.join(' '),
      `${trigger} ${content}`,
      condition ?? '',
    ]
  }
  const part = (when: string) =>
    ['force', 'intensity', 'actors', 'targets', 'words', 'condition'].map(column => `${when} ${column}`)
  return [
    ['change', ...part('earlier'), ...part('later')],
    ...comparison.acts.map(change => [
      change.changes.map(changeLabel).join('; '),
      ...act(a, change.a),
      ...act(b, change.b),
    ]),
    ...formulaViews(compared).map(({ family, from, to, before, after }) => [
      `formula ${family}: ${from} to ${to}`,
      ...['', '', '', '', before, ''],
      ...['', '', '', '', after, ''],
    ]),
    ['statements', nameOf(a), '', '', '', '', '', nameOf(b)],
  ]
}
