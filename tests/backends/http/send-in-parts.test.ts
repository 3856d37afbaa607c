import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Requests } from '../../../src/backends/http/requests.ts'
import { picturesInParts } from '../../../src/backends/http/send-in-parts.ts'
import { hashOf } from '../../server/pictures/picture-stage.ts'
import { pngOf } from '../../server/pictures/sample-pictures.ts'
import type { CuttingProxy } from '../../server/services/cutting-proxy.ts'
import { startCuttingProxy } from '../../server/services/cutting-proxy.ts'
import type { TestServer, TestSession } from '../../server/test-server.ts'
import { startTestServer } from '../../server/test-server.ts'

const SIZE = 700_000
const FIRST_PART = 262_144
let folder: string
let server: TestServer
let session: TestSession
let proxy: CuttingProxy
let seed = 100

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'))
  server = await startTestServer({ pictures: { kind: 'folder', folder } })
  session = await server.signedIn('chief')
}, 60_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  proxy = await startCuttingProxy(server.address, () => Infinity)
})
afterEach(() => proxy.end())

const requests = (): Requests =>
  new Requests({
    address: proxy.address,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), ...session.headers } }),
    newKey: () => crypto.randomUUID(),
    pauses: [0, 0, 0],
    isUp: () => true,
    signedOut: () => {},
  })
const sender = (tries: number) =>
  picturesInParts(
    requests(),
    Array.from({ length: tries }, () => 0),
  )

/** A picture that no test has sent yet. */
function picture(): { readonly file: Blob; readonly hash: string } {
  seed += 1
  const bytes = pngOf(SIZE, seed)
  return { file: new Blob([bytes], { type: 'image/png' }), hash: hashOf(bytes) }
}

/** The hash of what is there under that hash. */
async function served(hash: string): Promise<string> {
  const answer = await fetch(`${server.address}/api/pictures/${hash}`, { headers: session.headers })
  return hashOf(new Uint8Array(await answer.arrayBuffer()))
}

const partsLeft = (): readonly string[] => readdirSync(join(folder, 'uploads'))

test('a picture arrives whole, and says how far it is', async () => {
  const { file, hash } = picture()
  const shares: number[] = []
  expect(await sender(0)(hash, file, (share) => shares.push(share))).toMatchObject({ ok: true })
  expect(await served(hash)).toBe(hash)
  expect(shares[0]).toBe(0)
  expect(shares.at(-1)).toBe(1)
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(partsLeft()).toEqual([])
})

test('what the newsroom has is not sent again', async () => {
  const { file, hash } = picture()
  await sender(0)(hash, file)
  proxy.figures.sent = 0
  const shares: number[] = []
  expect(await sender(0)(hash, file, (share) => shares.push(share))).toMatchObject({ ok: true })
  expect(proxy.figures.sent).toBeLessThan(10_000)
  expect(shares).toEqual([1])
})

test.each([1, 2, 3, 4])(
  'over a way that breaks at any byte it arrives once and whole (%i)',
  async (chance) => {
    let value = chance * 7919
    proxy.lives = () => {
      value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
      return 40_000 + (value % 260_000)
    }
    const { file, hash } = picture()
    const shares: number[] = []
    const arrived = await sender(12)(hash, file, (share) => shares.push(share))
    expect(arrived).toMatchObject({ ok: true })
    expect(await served(hash)).toBe(hash)
    const { cuts, sent } = proxy.figures
    expect(cuts).toBeGreaterThan(2)
    // Each cut costs at most what was on its way.
    expect(sent).toBeLessThan(SIZE + cuts * FIRST_PART + 50_000)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(partsLeft()).toEqual([])
  },
)

test('what the server answers may be lost: nothing is stored twice, and nothing is missing', async () => {
  const { file, hash } = picture()
  const through = requests()
  let puts = 0
  const raw = through.raw.bind(through)
  through.raw = async (path, init) => {
    const isPart = init?.method === 'PUT'
    if (isPart) puts += 1
    // Every second part arrives, and the answer doesn't.
    proxy.isDeaf = isPart && puts % 2 === 1
    const answer = await raw(path, init)
    proxy.isDeaf = false
    return answer
  }
  expect(await picturesInParts(through, [0, 0, 0])(hash, file)).toMatchObject({ ok: true })
  expect(proxy.figures.cuts).toBeGreaterThan(0)
  expect(proxy.figures.sent).toBeLessThan(SIZE + 50_000)
  expect(await served(hash)).toBe(hash)
  expect(partsLeft()).toEqual([])
})

test('gives up where the server is gone, and later goes on where it was', async () => {
  const { file, hash } = picture()
  proxy.lives = () => 420_000
  const through = requests()
  const raw = through.raw.bind(through)
  through.raw = (path, init) => (proxy.figures.cuts > 0 ? Promise.resolve(null) : raw(path, init))
  const lost = await picturesInParts(through, [0])(hash, file)
  expect(lost).toMatchObject({ ok: false, unanswered: true })
  await proxy.end()
  proxy = await startCuttingProxy(server.address, () => Infinity)
  const shares: number[] = []
  expect(await sender(0)(hash, file, (share) => shares.push(share))).toMatchObject({ ok: true })
  expect(shares[0]).toBeGreaterThan(0.3)
  expect(proxy.figures.sent).toBeLessThan(SIZE - FIRST_PART + 50_000)
  expect(await served(hash)).toBe(hash)
})

test('two tabs that send the same picture at once both see it arrive', async () => {
  const { file, hash } = picture()
  const both = await Promise.all([sender(12)(hash, file), sender(12)(hash, file)])
  expect(both).toMatchObject([{ ok: true }, { ok: true }])
  expect(await served(hash)).toBe(hash)
  expect(partsLeft()).toEqual([])
})

test('what is no picture is refused in the server’s words, after its first part', async () => {
  const bytes = new TextEncoder().encode(`<html>${'x'.repeat(SIZE)}`)
  const refused = await sender(3)(hashOf(bytes), new Blob([bytes], { type: 'image/png' }))
  expect(refused).toMatchObject({
    ok: false,
    reason: 'invalid',
    message: expect.stringContaining('web page') as string,
  })
  expect(proxy.figures.sent).toBeLessThan(FIRST_PART + 50_000)
})

test('whoever isn’t signed in sends nothing', async () => {
  const { file, hash } = picture()
  const stranger = new Requests({
    address: proxy.address,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...(init?.headers as object), origin: server.address } }),
    newKey: () => '1',
    pauses: [],
    isUp: () => true,
    signedOut: () => {},
  })
  expect(await picturesInParts(stranger, [0])(hash, file)).toMatchObject({ ok: false, reason: 'not allowed' })
  expect(proxy.figures.sent).toBeLessThan(10_000)
})
