import { ViewHead } from '../../pieces/view-head.js'

export function PositionsView() {
  return (
    <div className="page">
      <ViewHead title="Positions" />
    </div>
  )
}
