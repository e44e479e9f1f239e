/** What the server counts, as Prometheus reads it (prometheus.io/docs/instrumenting/exposition_formats). */

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export interface Metrics {
  /** @param seconds from the request's head to the answer's last byte */
  answered(request: { method: string; kind: string; status: number; seconds: number }): void
  /** @param gauges values of the moment, by name */
  text(gauges: readonly Gauge[]): string
}

export interface Gauge {
  name: string
  help: string
  value: number
}

/** Upper bounds in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const counts = new Map<string, number>()
  const buckets = new Array<number>(BUCKETS.length + 1).fill(0)
  let sum = 0
  return {
    answered({ method, kind, status, seconds }) {
      const labels = `method="${method}",kind="${kind}",status="${status}"`
      counts.set(labels, (counts.get(labels) ?? 0) + 1)
      const at = BUCKETS.findIndex(bound => seconds <= bound)
      buckets[at < 0 ? BUCKETS.length : at]!++
      sum += seconds
    },
    text(gauges) {
      const lines = ['# HELP demarche_requests_total Requests answered.', '# TYPE demarche_requests_total counter']
      for (const [labels, count] of counts) lines.push(`demarche_requests_total{${labels}} ${count}`)
      const name = 'demarche_request_seconds'
      lines.push(`# HELP ${name} Time from a request's head to its answer's end.`, `# TYPE ${name} histogram`)
      let below = 0
      for (const [index, count] of buckets.entries()) {
        below += count
        lines.push(`${name}_bucket{le="${BUCKETS[index] ?? '+Inf'}"} ${below}`)
      }
      lines.push(`${name}_sum ${sum}`, `${name}_count ${below}`)
      for (const gauge of gauges)
        lines.push(`# HELP ${gauge.name} ${gauge.help}`, `# TYPE ${gauge.name} gauge`, `${gauge.name} ${gauge.value}`)
      return `${lines.join('\n')}\n`
    },
  }
}
