import ipaddr from 'ipaddr.js'

/**
 * Whether an address belongs to the public internet. Everything else (loopback, private, link-local, carrier-grade
 * NAT, multicast, reserved, documentation ...) leads into somebody's own network. An IPv4 address inside an IPv6 one
 * (mapped, 6to4, Teredo, NAT64) is judged by itself.
 */
export function isPublicAddress(address: string): boolean {
  // A zone ("fe80::1%eth0") exists for link-local addresses only.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const ipv6 = parsed as ipaddr.IPv6
  const inner = embedded(ipv6)
  return inner === null ? ipv6.range() === 'unicast' : inner.range() === 'unicast'
}

function embedded(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray()
  const ipv4 = (at: number, mask = 0) => new ipaddr.IPv4(bytes.slice(at, at + 4).map(byte => byte ^ mask))
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6145':
    case 'rfc6052':
      return ipv4(12)
    case '6to4':
      return ipv4(2)
    case 'teredo':
      return ipv4(12, 0xff)
    default:
      return null
  }
}
