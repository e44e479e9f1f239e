import { ViewHead } from '../../pieces/view-head.js'

export function CompareView() {
  return (
    <div className="page">
      <ViewHead title="Compare" />
    </div>
  )
}
