import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { requestAddress } from '../../../src/server/http/request-address.ts'

const asked = (forwarded: string | undefined) =>
  ({
    socket: { remoteAddress: '10.0.0.9' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each<[string, string | undefined, number, string]>([
  ['without a proxy', undefined, 0, '10.0.0.9'],
  ['without a proxy nobody is believed', '203.0.113.1', 0, '10.0.0.9'],
  ['behind one proxy', '203.0.113.1', 1, '203.0.113.1'],
  ['behind one proxy, what the browser made up is left out', '1.1.1.1, 203.0.113.1', 1, '203.0.113.1'],
  ['behind two proxies', '1.1.1.1, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
  ['behind more than there are', '203.0.113.1', 3, '203.0.113.1'],
  ['behind a proxy that says the port', '203.0.113.1:50123', 1, '203.0.113.1'],
  ['behind a proxy that says the port of an IPv6 address', '[2001:db8::1]:50123', 1, '2001:db8::1'],
  ['behind a proxy that says an IPv6 address', '2001:db8::1', 1, '2001:db8::1'],
  ['behind a proxy that says nothing', undefined, 1, '10.0.0.9'],
])('%s', (_, forwarded, proxies, address) => {
  expect(requestAddress(asked(forwarded), proxies)).toBe(address)
})
