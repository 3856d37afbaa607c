import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PictureStore } from '../../../src/server/pictures/picture-store.ts'
import { s3Store } from '../../../src/server/pictures/s3-store.ts'
import type { S3Service } from './s3-service.ts'
import { startS3 } from './s3-service.ts'
import { bytesOf, NAME, storeContract, wordsIn } from './store-contract.ts'

const atOnce = async (): Promise<void> => {}

storeContract('a bucket', async () => {
  const service = await startS3()
  return { store: s3Store(service.bucket, atOnce), end: () => service.end() }
})

describe('a bucket of pictures', () => {
  let service: S3Service
  let store: PictureStore
  let waits: number[]
  beforeEach(async () => {
    service = await startS3()
    waits = []
    store = s3Store(service.bucket, async (milliseconds) => void waits.push(milliseconds))
  })
  afterEach(() => service.end())

  test.each(['cut', 'busy'] as const)(
    'asks again when a request is %s, waiting longer each time',
    async (fault) => {
      service.faults.push(fault, fault, fault)
      await store.put(NAME, bytesOf('a picture'))
      expect(waits).toEqual([100, 400, 1600])
      service.faults.push(fault)
      expect(await wordsIn(store, NAME)).toEqual({ words: 'a picture', size: 9 })
    },
  )

  test('gives up after four times, in words and without what the service says of the request', async () => {
    service.faults.push('busy', 'cut', 'busy', 'busy')
    const failure = await store.put(NAME, bytesOf('a picture')).catch((error: unknown) => error as Error)
    expect(failure).toMatchObject({
      name: 'StorageFailure',
      message: expect.stringContaining('SlowDown') as string,
    })
    expect(failure?.message).not.toContain('secret')
    expect(service.asked).toHaveLength(4)
    expect(await store.get(NAME)).toBeNull()
  })

  test('says why when there is no service at all', async () => {
    await service.end()
    await expect(store.get(NAME)).rejects.toMatchObject({
      trouble: { message: expect.stringContaining('ECONNREFUSED') as string },
    })
    service = await startS3()
  })

  test('doesn’t ask again where it is refused', async () => {
    service.faults.push('denied')
    await expect(store.put(NAME, bytesOf('x'))).rejects.toThrow('SignatureDoesNotMatch')
    expect(service.asked).toHaveLength(1)
  })

  test('signs with its own key', async () => {
    const wrong = s3Store({ ...service.bucket, secretAccessKey: 'another' }, atOnce)
    await expect(wrong.put(NAME, bytesOf('x'))).rejects.toThrow('SignatureDoesNotMatch')
    await expect(wrong.get(NAME)).rejects.toThrow('SignatureDoesNotMatch')
  })

  test('tells a bucket that isn’t there from a picture that isn’t', async () => {
    const lost = s3Store({ ...service.bucket, bucket: 'elsewhere' }, atOnce)
    await expect(lost.get(NAME)).rejects.toThrow('NoSuchBucket')
    await expect(lost.put(NAME, bytesOf('x'))).rejects.toThrow('NoSuchBucket')
  })
})
