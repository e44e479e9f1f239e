import { ViewHead } from '../../pieces/view-head.js'

export function FormulasView() {
  return (
    <div className="page">
      <ViewHead title="Formulas" />
    </div>
  )
}
