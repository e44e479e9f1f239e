import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/source/address.js'

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2001:4860:4860::8888', '64:ff9b::8.8.8.8', '::ffff:8.8.8.8'])(
    'allows %s',
    address => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::192.168.0.1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('refuses %s', address => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
