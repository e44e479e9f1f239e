import { ViewHead } from '../../pieces/view-head.js'

export function ReadingView() {
  return (
    <div className="page">
      <ViewHead title="Reading" />
    </div>
  )
}
