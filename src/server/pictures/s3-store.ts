import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { PictureStore } from './picture-store.ts'

/** A bucket of any service that speaks S3. */
export type Bucket = {
  /** "https://s3.eu-central-1.amazonaws.com"; the bucket is named in the path behind it. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const TRIES = 4
/** Milliseconds that one request may take until its answer begins. */
const PATIENCE = 30_000

/**
 * Pictures in a bucket. Each request is tried again where the network or the service fails, after `wait` milliseconds; the
 * service proves what arrives by its SHA-256.
 */
export function s3Store(
  { endpoint, bucket, region, accessKeyId, secretAccessKey }: Bucket,
  wait: (milliseconds: number) => Promise<void>,
): PictureStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 })
  const urlOf = (name: string): string => `${endpoint.replace(/\/+$/, '')}/${bucket}/pictures/${name}`

  async function ask(name: string, init: RequestInit): Promise<Response> {
    let why = ''
    for (let tried = 0; tried < TRIES; tried += 1) {
      if (tried > 0) await wait(100 * 4 ** (tried - 1))
      const answer = await once(name, init)
      if (typeof answer === 'string') why = answer
      else if (answer.ok || answer.status === 404) return answer
      else {
        why = await reasonOf(answer)
        if (answer.status < 500 && answer.status !== 429) break
      }
    }
    throw failed(why)
  }

  /** The answer, or why there is none. */
  async function once(name: string, init: RequestInit): Promise<Response | string> {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), PATIENCE)
    try {
      return await client.fetch(urlOf(name), { ...init, signal: patience.signal })
    } catch (error) {
      const cause = (error as Error).cause as { readonly code?: string } | undefined
      return cause?.code ?? (error as Error).name
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async put(name, bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const answer = await ask(name, {
        method: 'PUT',
        body: bytes,
        headers: { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' },
      })
      if (!answer.ok) throw failed(await reasonOf(answer))
      await answer.body?.cancel()
    },
    async get(name, range) {
      const headers = range ? { range: `bytes=${range.first}-${range.last}` } : {}
      const answer = await ask(name, { method: 'GET', headers })
      if (answer.status === 404) {
        const why = await reasonOf(answer)
        if (why === 'NoSuchBucket') throw failed(why)
        return null
      }
      const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]
      const size = Number(whole ?? answer.headers.get('content-length'))
      return { size, body: answer.body ?? new Blob([]).stream() }
    },
    async remove(name) {
      const answer = await ask(name, { method: 'DELETE' })
      await answer.body?.cancel()
    },
  }
}

/** The code of an error as the service names it, else the status. Its message may hold the request, so it stays out. */
async function reasonOf(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '')
  return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? `status ${answer.status}`
}

const failed = (why: string): StorageFailure =>
  new StorageFailure({
    cause: 'unknown',
    message: `The newsroom’s store for pictures doesn’t take or give any (${why}). All words are safe, and your file is where it was. Try again later; if it lasts, tell whoever looks after the server.`,
  })
