import { ViewHead } from '../../pieces/view-head.js'

export function AddView() {
  return (
    <div className="page">
      <ViewHead title="Add" />
    </div>
  )
}
