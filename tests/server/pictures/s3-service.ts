import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { Bucket } from '../../../src/server/pictures/s3-store.ts'

/**
 * A bucket on loopback. s3rver doesn't check signatures of today's kind, so what stands before it does, from the
 * specification and not with the library that signs; it can also fail for a while.
 */
export type S3Service = {
  readonly bucket: Bucket
  /** How the next requests go wrong, in this order. */
  readonly faults: ('cut' | 'busy' | 'denied')[]
  /** Methods of all requests that came. */
  readonly asked: string[]
  end(): Promise<void>
}

const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
const REGION = 'eu-test-1'

export async function startS3(): Promise<S3Service> {
  const directory = mkdtempSync(join(tmpdir(), 'stet-bucket-'))
  const service = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'newsroom' }],
  })
  await service.configureBuckets()
  const inner = service.callback()
  const faults: S3Service['faults'] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.method ?? '')
    const fault = faults.shift()
    if (fault === 'cut') return request.socket.destroy()
    if (fault === 'busy') return refuse(response, 503, 'SlowDown')
    if (fault === 'denied' || !isSigned(request)) return refuse(response, 403, 'SignatureDoesNotMatch')
    inner(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    bucket: { ...KEY, region: REGION, bucket: 'newsroom', endpoint: `http://127.0.0.1:${port}` },
    faults,
    asked,
    async end() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>secret: never shown</Message></Error>`)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Signature Version 4 of a request whose path and query need no further encoding. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const said =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([\da-f]+)/
  const [, key, day = '', region = '', signed = '', signature] = said.exec(headers.authorization ?? '') ?? []
  if (key !== KEY.accessKeyId || region !== REGION) return false
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name])}\n`)
  const content = String(headers['x-amz-content-sha256'])
  const canonical = [method, url, '', lines.join(''), signed, content].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const signing = hmac(hmac(hmac(hmac(`AWS4${KEY.secretAccessKey}`, day), region), 's3'), 'aws4_request')
  return hmac(signing, toSign).toString('hex') === signature
}
