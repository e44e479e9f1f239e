import { ViewHead } from '../../pieces/view-head.js'

export function TimelineView() {
  return (
    <div className="page">
      <ViewHead title="Timeline" />
    </div>
  )
}
