import { describe, expect, test } from 'vitest'
import type { StoryLocks } from '../../src/backends/story-locks.ts'
import { memoryLocks, webLocks } from '../../src/backends/story-locks.ts'
import { until } from './test-desk.ts'

const kinds: readonly [string, () => StoryLocks][] = [
  ['web', () => webLocks(`locks-${crypto.randomUUID()}`)],
  ['memory', () => memoryLocks(new Map())],
]

describe.each(kinds)('%s locks', (_kind, make) => {
  const isFree = async (locks: StoryLocks, id: string): Promise<boolean> => {
    let done = false
    await locks.ifFree(id, async () => {
      done = true
    })
    return done
  }

  test('a story that nobody holds is free, before and after', async () => {
    const locks = make()
    expect(await isFree(locks, 'a')).toBe(true)
    const first = locks.hold('a')
    const second = locks.hold('a')
    await until(() => isFree(locks, 'a'), false)
    expect(await isFree(locks, 'b')).toBe(true)
    first()
    first()
    expect(await isFree(locks, 'a')).toBe(false)
    second()
    await until(() => isFree(locks, 'a'), true)
  })

  test('only one at a time works on a free story', async () => {
    const locks = make()
    let inner = true
    await locks.ifFree('a', async () => {
      inner = await isFree(locks, 'a')
    })
    expect(inner).toBe(false)
    await until(() => isFree(locks, 'a'), true)
  })

  test('work that fails lets go', async () => {
    const locks = make()
    const fails = locks.ifFree('a', () => Promise.reject(new Error('broken')))
    await expect(fails).rejects.toThrow('broken')
    await until(() => isFree(locks, 'a'), true)
  })
})
