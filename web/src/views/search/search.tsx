import { ViewHead } from '../../pieces/view-head.js'

export function SearchView() {
  return (
    <div className="page">
      <ViewHead title="Search" />
    </div>
  )
}
