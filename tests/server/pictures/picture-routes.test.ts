import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallDisk } from '../services/small-disk.ts'
import type { TestServer, TestSession } from '../test-server.ts'
import { startTestServer } from '../test-server.ts'
import { hashOf } from './picture-stage.ts'
import type { S3Service } from './s3-service.ts'
import { startS3 } from './s3-service.ts'
import { AVIF, GIF, JPEG, PNG, pngOf, WEBP } from './sample-pictures.ts'

type Body = {
  readonly ok: boolean
  readonly reason?: string
  readonly message?: string
  readonly value?: unknown
}
type Answer = { readonly status: number; readonly body: Body; readonly retryAfter: string | null }

let folder: string
let server: TestServer
let session: TestSession
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'))
  server = await startTestServer({ pictures: { kind: 'folder', folder } })
  session = await server.signedIn('chief')
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function put(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  to = server,
  who = session,
): Promise<Answer> {
  const answer = await fetch(to.address + path, { method: 'PUT', headers: who.headers, body: bytes })
  const retryAfter = answer.headers.get('retry-after')
  return { status: answer.status, body: (await answer.json()) as Body, retryAfter }
}

const get = (hash: string, headers = {}): Promise<Response> =>
  fetch(`${server.address}/api/pictures/${hash}`, { headers: { ...session.headers, ...headers } })

describe('a picture over HTTP', () => {
  test.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', WEBP],
    ['image/avif', AVIF],
    ['image/gif', GIF],
  ])('%s goes in as it is and comes out as what it is', async (type, bytes) => {
    const hash = hashOf(bytes)
    expect(await put(`/api/pictures/${hash}`, bytes)).toMatchObject({
      status: 200,
      body: { ok: true, value: { hash } },
    })
    const answer = await get(hash)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(hashOf(new Uint8Array(await answer.arrayBuffer()))).toBe(hash)
    const part = await get(hash, { range: 'bytes=0-0' })
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 1])
    expect((await get(hash, { 'if-none-match': `"${hash}"` })).status).toBe(304)
  })

  test('is nobody’s who isn’t signed in, there or not', async () => {
    const there = await server.ask('GET', `/api/pictures/${hashOf(PNG)}`)
    const not = await server.ask('GET', `/api/pictures/${'f'.repeat(64)}`)
    expect([there.status, there.text]).toEqual([401, not.text])
  })

  test('is the same 404 for every hash that isn’t known and for what is none', async () => {
    const unknown = await get('f'.repeat(64))
    const words = await unknown.text()
    expect(unknown.status).toBe(404)
    for (const hash of ['F'.repeat(64), 'x', '..%2F..%2Fsecret']) {
      const answer = await get(hash)
      expect([answer.status, await answer.text()]).toEqual([404, words])
    }
    // No address has a NUL in it, so that this one is refused before anybody looks for a picture.
    expect((await get('%00')).status).toBe(404)
  })

  test.each([
    ['under another hash', `/api/pictures/${'f'.repeat(64)}`, PNG, 422],
    ['under no hash', '/api/pictures/x', PNG, 422],
    ['that is too large to go in one', `/api/pictures/${'f'.repeat(64)}`, new Uint8Array(1_000_001), 413],
    ['in parts that nobody announced', '/api/uploads/none?start=0', PNG, 404],
    ['in a part without a beginning', '/api/uploads/none', PNG, 422],
    ['in a part that begins nowhere', '/api/uploads/none?start=-1', PNG, 422],
    ['in a part that is too large', '/api/uploads/none?start=0', new Uint8Array(1_000_001), 413],
  ])('%s is refused', async (_name, path, bytes, status) => {
    expect(await put(path, bytes)).toMatchObject({ status, body: { ok: false } })
  })

  test.each([
    ['without a hash', { size: 5 }],
    ['with a hash that is none', { hash: 'x', size: 5 }],
    ['without a size', { hash: 'f'.repeat(64) }],
    ['of no size', { hash: 'f'.repeat(64), size: 0 }],
    ['with more than is known', { hash: 'f'.repeat(64), size: 5, type: 'image/png' }],
  ])('announced %s is refused', async (_name, body) => {
    expect(await server.ask('POST', '/api/uploads', { session, body })).toMatchObject({ status: 422 })
  })

  test('announced larger than the newsroom takes is refused before a byte is sent', async () => {
    const body = { hash: 'f'.repeat(64), size: 25_000_001 }
    const answer = await server.ask('POST', '/api/uploads', { session, body })
    expect([answer.status, answer.body?.message]).toEqual([413, expect.stringContaining('25 MB')])
  })

  test('may be brought by every role', async () => {
    for (const role of ['reporter', 'sub-editor'] as const) {
      const who = await server.signedIn(role)
      const picture = pngOf(200, role.length)
      expect(await put(`/api/pictures/${hashOf(picture)}`, picture, server, who)).toMatchObject({
        status: 200,
      })
    }
  })
})

describe('a newsroom whose pictures are in a bucket', () => {
  let service: S3Service
  let other: TestServer
  beforeAll(async () => {
    service = await startS3()
    other = await startTestServer({ pictures: { kind: 's3', ...service.bucket } })
  }, 60_000)
  afterAll(async () => {
    await other.stop()
    await service.end()
  })

  test('takes one in parts, and says in words when the bucket fails', async () => {
    const who = await other.signedIn('chief')
    const picture = pngOf(3000)
    const body = { hash: hashOf(picture), size: 3000 }
    const begun = await other.ask('POST', '/api/uploads', { session: who, body })
    const { id = '' } = (begun.body?.value ?? {}) as { id?: string }
    await put(`/api/uploads/${id}?start=0`, picture.slice(0, 2000), other, who)
    service.faults.push('denied')
    expect(await put(`/api/uploads/${id}?start=2000`, picture.slice(2000), other, who)).toMatchObject({
      status: 503,
      body: { reason: 'storage', message: expect.stringContaining('store for pictures') as string },
    })
    service.faults.push('cut')
    const last = await put(`/api/uploads/${id}?start=2000`, picture.slice(2000), other, who)
    expect(last).toMatchObject({ status: 200, body: { value: { id: null, received: 3000 } } })
    const answer = await fetch(`${other.address}/api/pictures/${hashOf(picture)}`, { headers: who.headers })
    expect(hashOf(new Uint8Array(await answer.arrayBuffer()))).toBe(hashOf(picture))
  })
})

const disk = smallDisk()

test.skipIf(disk === null)(
  'a newsroom whose disk for pictures is full refuses one, goes on, and takes it when there is room (skipped where no small disk can be made)',
  async () => {
    const small = await startTestServer({ pictures: { kind: 'folder', folder: disk ?? '' } })
    const who = await small.signedIn('chief')
    writeFileSync(join(disk ?? '', 'filler'), Buffer.alloc(800_000))
    const picture = pngOf(300_000)
    const path = `/api/pictures/${hashOf(picture)}`
    expect(await put(path, picture, small, who)).toMatchObject({
      status: 503,
      body: { ok: false, reason: 'storage', message: expect.stringContaining('is full') as string },
    })
    expect((await small.ask('GET', path, { session: who })).status).toBe(404)
    expect((await small.ask('GET', '/api/me', { session: who })).status).toBe(200)
    rmSync(join(disk ?? '', 'filler'))
    expect(await put(path, picture, small, who)).toMatchObject({ status: 200 })
    expect((await small.ask('GET', path, { session: who })).status).toBe(200)
    await small.stop()
  },
)
