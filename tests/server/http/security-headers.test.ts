import { expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  newNonce,
  securityHeaders,
} from '../../../src/server/http/security-headers.ts'

test('behind https browsers are told to come by https alone; on plain http they are not', () => {
  const name = 'strict-transport-security'
  expect(securityHeaders('https://stet.example')[name]).toMatch(/^max-age=\d{8}; includeSubDomains$/)
  expect(securityHeaders('http://localhost:4173')[name]).toBeUndefined()
})

test('live connections go by the same way as the page', () => {
  expect(contentSecurityPolicy('https://stet.example', 'n')).toContain(
    "connect-src 'self' wss://stet.example;",
  )
  expect(contentSecurityPolicy('http://localhost:4173', 'n')).toContain(
    "connect-src 'self' ws://localhost:4173;",
  )
})

test('a nonce can’t be guessed, and ends no directive', () => {
  const nonces = Array.from({ length: 200 }, newNonce)
  expect(new Set(nonces).size).toBe(200)
  for (const nonce of nonces) expect(nonce).toMatch(/^[\w+/]{24}$/)
})
