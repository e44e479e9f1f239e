/** What of autocannon is used here; the package has no types of its own. */
declare module 'autocannon' {
  interface Options {
    url: string
    connections: number
    /** Requests, or seconds. */
    amount?: number
    duration?: number
    headers?: Record<string, string>
  }
  function autocannon(options: Options): Promise<autocannon.Result>
  namespace autocannon {
    interface Result {
      requests: { average: number; total: number }
      latency: { p50: number; p99: number; max: number }
      non2xx: number
      errors: number
      statusCodeStats: Record<string, { count: number }>
    }
  }
  export default autocannon
}
