import { randomBytes } from 'node:crypto'

/** A word that only this answer's page knows: style sheets that carry it may be put into the page. */
export const newNonce = (): string => randomBytes(18).toString('base64')

/**
 * What a page of the desk may do. Scripts and style sheets come from the desk itself and never stand in the page; React
 * Aria puts two small style sheets in, with the nonce. (Styles that a script sets on an element are not governed by
 * this, styles in markup are, and refused.) Pictures come from the desk, or are made in the page (blob:).
 */
export function contentSecurityPolicy(origin: string, nonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    // Spelling is checked by WebAssembly from the desk's own files; without this word no browser compiles any. It allows
    // no script to be made of text, as 'unsafe-eval' would.
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' blob:",
    'font-src': "'self'",
    // Named with its scheme, as not every browser counts WebSockets as 'self'.
    'connect-src': `'self' ${origin.replace(/^http/, 'ws')}`,
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** What every answer carries, whatever it is. */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    // An answer that is no page runs nothing at all, should somebody open it as one.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  }
}
