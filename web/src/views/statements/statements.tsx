import { ViewHead } from '../../pieces/view-head.js'

export function StatementsView() {
  return (
    <div className="page">
      <ViewHead title="Statements" />
    </div>
  )
}
