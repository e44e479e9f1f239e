/** Finds the least of a smooth function: L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4). */

/** Value and slope at `x`; the slope is written into `slope`. */
export type Smooth = (x: Float64Array, slope: Float64Array) => number

const MEMORY = 10

export function descend(value: Smooth, size: number, steps: number): Float64Array {
  let x = new Float64Array(size)
  let slope = new Float64Array(size)
  let now = value(x, slope)
  const past: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < steps; step++) {
    const way = direction(slope, past)
    const fall = dot(way, slope)
    let length = past.length === 0 ? 1 / Math.sqrt(dot(slope, slope) || 1) : 1
    const nextSlope = new Float64Array(size)
    let next = x
    let then = now
    // shorten until the value falls enough
    for (let tries = 0; tries < 30; tries++, length /= 2) {
      next = x.map((v, i) => v + length * way[i]!)
      then = value(next, nextSlope)
      if (then <= now + 1e-4 * length * fall) break
    }
    const s = next.map((v, i) => v - x[i]!)
    const y = nextSlope.map((v, i) => v - slope[i]!)
    const curve = dot(s, y)
    if (curve > 1e-12) past.push({ s, y, rho: 1 / curve })
    if (past.length > MEMORY) past.shift()
    const done = now - then < 1e-7 * Math.abs(now)
    ;[x, slope, now] = [next, nextSlope, then]
    if (done) break
  }
  return x
}

/** Downhill, bent by the curvature that the last steps have shown. */
function direction(slope: Float64Array, past: { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const way = slope.map(v => -v)
  const shares: number[] = []
  for (const { s, y, rho } of [...past].reverse()) {
    const share = rho * dot(s, way)
    shares.unshift(share)
    for (let i = 0; i < way.length; i++) way[i]! -= share * y[i]!
  }
  const last = past.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let i = 0; i < way.length; i++) way[i]! *= scale
  }
  for (const [n, { s, y, rho }] of past.entries()) {
    const share = shares[n]! - rho * dot(y, way)
    for (let i = 0; i < way.length; i++) way[i]! += share * s[i]!
  }
  return way
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
