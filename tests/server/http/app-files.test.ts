import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appPage } from '../../../src/server/http/app-page.ts'
import { packedFiles } from '../../../src/server/http/packed-files.ts'
import type { TestServer } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'

/** The smallest module there is. */
const WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

let folder: string
let server: TestServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-app-'))
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'app', '.vite'))
  const page = '<!doctype html><html><head><title>Stet</title></head><body></body></html>'
  writeFileSync(join(folder, 'app', 'index.html'), page)
  writeFileSync(join(folder, 'app', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'app', 'assets', 'index-abc123.js'), `export const x = '${'x'.repeat(5000)}'`)
  writeFileSync(join(folder, 'app', 'assets', 'harper-abc123.wasm'), WASM)
  writeFileSync(join(folder, 'app', '.vite', 'manifest.json'), '{}')
  writeFileSync(join(folder, 'secret'), 'open sesame')
  server = await startTestServer({ app: join(folder, 'app') })
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test.each([
  '/',
  '/stories/0190163d-8694-739b-aea5-966c26f8ad91',
  '/settings',
  '/set-up',
  '/assets',
  '/invitation',
])('the page is at %s, says that a server is behind it, and is asked for anew', async (path) => {
  const { status, text, headers } = await server.ask('GET', path)
  expect(status).toBe(200)
  expect(text).toContain('<meta name="stet-backend" content="server">')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('the page’s policy lets nothing in that stands in the page, but style sheets with this answer’s nonce', async () => {
  const [first, second] = [await server.ask('GET', '/'), await server.ask('GET', '/')]
  const nonceOf = (text: string): string => /property="csp-nonce" nonce="([^"]+)"/.exec(text)?.[1] ?? ''
  const policy = first.headers.get('content-security-policy') ?? ''
  const parts = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]))
  expect(nonceOf(first.text)).toMatch(/^[\w+/]{24}$/)
  expect(nonceOf(first.text)).not.toBe(nonceOf(second.text))
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|data:|https?:/)
  expect(parts.get('default-src')).toEqual(["'none'"])
  expect(parts.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(parts.get('style-src')).toEqual(["'self'", `'nonce-${nonceOf(first.text)}'`])
  expect(parts.get('connect-src')).toEqual(["'self'", server.address.replace('http', 'ws')])
  expect(parts.get('frame-ancestors')).toEqual(["'none'"])
  expect(parts.get('base-uri')).toEqual(["'none'"])
})

test('a page that is built anew under a running server is taken up, and stands while there is none', async () => {
  const other = mkdtempSync(join(tmpdir(), 'stet-page-'))
  const file = join(other, 'index.html')
  writeFileSync(file, '<html><head><title>First</title></head></html>')
  const page = appPage(other, 'http://localhost')
  expect(await page().text()).toContain('First')
  rmSync(file)
  expect(await page().text()).toContain('First')
  writeFileSync(file, '<html><head><title>Second</title></head></html>')
  utimesSync(file, 1, 1)
  expect(await page().text()).toContain('Second')
  rmSync(other, { recursive: true })
})

test('files named by what is in them are kept for ever, others are asked for anew', async () => {
  const script = await server.ask('GET', '/assets/index-abc123.js')
  const icon = await server.ask('GET', '/icon.svg')
  expect([script.status, script.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(script.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(script.headers.get('content-encoding')).toBe('gzip')
  expect(script.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each(['/assets/index-gone.js', '/index.html', '/.vite/manifest.json', '/robots.txt'])(
  '%s is missing, and nothing stands in its place',
  async (path) => {
    const { status, text } = await rawGet(path)
    expect([status, text.includes('<title>')]).toEqual([404, false])
  },
)

test.each([
  '/../secret',
  '/..%2fsecret',
  '/%2e%2e/secret',
  '/assets/..%2f..%2fsecret',
  '/assets/%2e%2e/%2e%2e/secret',
  '/..%5csecret',
  '//secret',
  '/assets/../../secret%00.js',
])('%s doesn’t lead out of the app’s folder', async (path) => {
  const { status, text } = await rawGet(path)
  expect([status < 500, text.includes('sesame')]).toEqual([true, false])
})

test('opened under another name of this machine, the browser is sent to where its session is', async () => {
  const { port } = new URL(server.address)
  const { status, location } = await rawGet('/settings?tab=people', `127.0.0.1:${port}`)
  expect([status, location]).toEqual([302, `${server.address}/settings?tab=people`])
})

/** As it is written: fetch would tidy the path up. */
function rawGet(
  path: string,
  host?: string,
): Promise<{ status: number; text: string; location: string | null }> {
  const { port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const headers = { host: host ?? `localhost:${port}` }
    get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += String(chunk)))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, location: answer.headers.location ?? null }),
      )
    }).on('error', reject)
  })
}

test('WebAssembly is served as what it is, for browsers to compile it as it comes', async () => {
  const { status, headers } = await server.ask('GET', '/assets/harper-abc123.wasm')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/wasm')
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

describe('files that get smaller', () => {
  const ask = (headers: Readonly<Record<string, string>>, path = '/assets/index-abc123.js') =>
    server.ask('GET', path, { headers })

  test('are sent packed or as they are, each way with a tag of its own', async () => {
    const [packed, plain] = [
      await ask({ 'accept-encoding': 'br, gzip' }),
      await ask({ 'accept-encoding': 'identity' }),
    ]
    expect(plain.text).toBe(packed.text)
    expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null])
    expect([packed, plain].map(({ headers }) => headers.get('vary'))).toEqual([
      'accept-encoding',
      'accept-encoding',
    ])
    const tags = [packed, plain].map(({ headers }) => headers.get('etag') ?? '')
    expect(new Set(tags).size).toBe(2)
    expect((await ask({ 'accept-encoding': 'gzip;q=0' })).headers.get('etag')).toBe(tags[1])
    for (const [at, encoding] of ['gzip', 'identity'].entries()) {
      const [own, other] = [tags[at] ?? '', tags[1 - at] ?? '']
      const known = await ask({ 'accept-encoding': encoding, 'if-none-match': `"x", W/${own}` })
      expect([known.status, known.text, known.headers.get('cache-control')]).toEqual([
        304,
        '',
        'public, max-age=31536000, immutable',
      ])
      expect((await ask({ 'accept-encoding': encoding, 'if-none-match': other })).status).toBe(200)
    }
  })

  test('are packed once, and again when they are others', async () => {
    const other = mkdtempSync(join(tmpdir(), 'stet-packed-'))
    const file = join(other, 'sw.js')
    const app = new Hono().get('*', packedFiles(other))
    const get = async () => {
      const answer = await app.request('/sw.js', { headers: { 'accept-encoding': 'gzip' } })
      return { tag: answer.headers.get('etag'), bytes: Buffer.from(await answer.arrayBuffer()) }
    }
    writeFileSync(file, 'first')
    utimesSync(file, 1, 1)
    const first = await get()
    expect(gunzipSync(first.bytes).toString()).toBe('first')
    // What has the same time and size is not read again.
    writeFileSync(file, 'other')
    utimesSync(file, 1, 1)
    expect(await get()).toEqual(first)
    utimesSync(file, 2, 2)
    const second = await get()
    expect([gunzipSync(second.bytes).toString(), second.tag === first.tag]).toEqual(['other', false])
    rmSync(other, { recursive: true })
    expect((await app.request('/sw.js')).status).toBe(404)
  })
})
