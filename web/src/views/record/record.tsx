import { ViewHead } from '../../pieces/view-head.js'

export function RecordView() {
  return (
    <div className="page">
      <ViewHead title="Record" />
    </div>
  )
}
