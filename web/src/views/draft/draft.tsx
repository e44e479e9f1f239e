import { ViewHead } from '../../pieces/view-head.js'

export function DraftView() {
  return (
    <div className="page">
      <ViewHead title="Draft" />
    </div>
  )
}
