/** A variant by its shape: colour is kept for forces, and shapes are told apart by everybody. */

const SHAPES = [
  { path: 'M4.5 0A4.5 4.5 0 1 1 -4.5 0A4.5 4.5 0 1 1 4.5 0Z', filled: true },
  { path: 'M-4 -4H4V4H-4Z', filled: false },
  { path: 'M0 -5L5 4H-5Z', filled: true },
  { path: 'M4.5 0A4.5 4.5 0 1 1 -4.5 0A4.5 4.5 0 1 1 4.5 0Z', filled: false },
  { path: 'M-4 -4H4V4H-4Z', filled: true },
  { path: 'M0 -5L5 4H-5Z', filled: false },
  { path: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z', filled: true },
  { path: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z', filled: false },
  { path: 'M-4 -4L4 4M-4 4L4 -4', filled: false },
  { path: 'M-5 0H5M0 -5V5', filled: false },
] as const

/** Variants beyond the shapes share the last one. */
const REST = { path: 'M2 0A2 2 0 1 1 -2 0A2 2 0 1 1 2 0Z', filled: true }

function shapeOf(index: number): { path: string; filled: boolean } {
  return SHAPES[index] ?? REST
}

export function Shape({ index }: { index: number }) {
  const { path, filled } = shapeOf(index)
  return <path className={filled ? 'shape filled' : 'shape'} d={path} />
}

/** The shape beside its name. */
export function ShapeKey({ index }: { index: number }) {
  return (
    <svg className="shape-key" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <Shape index={index} />
    </svg>
  )
}
