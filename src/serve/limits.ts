/** Bounds of the server: what one client, and all together, may take. */
export interface Limits {
  /** Bytes of one request's body at most. */
  body: number
  /** Bytes of all bodies that are being taken at once; a body that does not say its length counts as the longest. */
  bodies: number
  /** Requests that are answered at once. */
  active: number
  /** Requests that wait for their turn, their bodies unread; the next is refused. */
  waiting: number
  /** Milliseconds that one waits at most. */
  patience: number
  /** Requests of one address, answered or waiting; this machine has no such bound. */
  ofAddress: number
  /** Streams of events at once: they last. */
  streams: number
  /** Sockets at once. */
  connections: number
  /** Sockets of one address; this machine has no such bound. */
  connectionsOfAddress: number
  /** Milliseconds until a request's head, and all of it with its body, must have come. */
  head: number
  request: number
  /** Milliseconds without a byte in either direction after which a socket is closed. */
  idle: number
  /** Requests by one token or address: a second in the long run, and at once. */
  rate: { perSecond: number; burst: number }
  /** The same for what changes the ledger. */
  writes: { perSecond: number; burst: number }
  /** Wrong tokens of one address. */
  wrongTokens: { perSecond: number; burst: number }
  /** Milliseconds that a stop waits for what is in flight. */
  grace: number
}

export const LIMITS: Limits = {
  body: 65_000_000,
  bodies: 200_000_000,
  active: 256,
  waiting: 12_000,
  patience: 10_000,
  ofAddress: 64,
  streams: 500,
  connections: 16_000,
  connectionsOfAddress: 200,
  head: 10_000,
  request: 60_000,
  idle: 120_000,
  rate: { perSecond: 50, burst: 300 },
  writes: { perSecond: 2, burst: 60 },
  wrongTokens: { perSecond: 0.1, burst: 10 },
  grace: 10_000,
}
