import { expect, test } from 'vitest'
import { memoryLocks, webLocks } from '../../src/backends/story-locks.ts'

/** Two tabs on what they hold together. */
function twoTabs() {
  const held = new Map<string, number>()
  return { held, one: memoryLocks(held), two: memoryLocks(held) }
}

/** Whether work on a story may be done now. */
async function isFree(locks: ReturnType<typeof memoryLocks>, id = 'a'): Promise<boolean> {
  let done = false
  await locks.ifFree(id, async () => {
    done = true
  })
  return done
}

test('a story is free until somebody holds it, and when all have let go', async () => {
  const { one, two } = twoTabs()
  expect(await isFree(one)).toBe(true)
  const [first, second] = [one.hold('a'), two.hold('a')]
  expect(await isFree(two)).toBe(false)
  first()
  expect(await isFree(one)).toBe(false)
  second()
  expect(await isFree(one)).toBe(true)
})

test('to let go twice lets go once: nobody else’s hold is lost', async () => {
  const { one, two } = twoTabs()
  const letGo = one.hold('a')
  two.hold('a')
  letGo()
  letGo()
  expect(await isFree(one)).toBe(false)
})

test('another story is another matter', async () => {
  const { one } = twoTabs()
  one.hold('a')
  expect(await isFree(one, 'b')).toBe(true)
})

test('two that want the same work at the same moment do it once', async () => {
  const { one, two } = twoTabs()
  let go = (): void => {}
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  const did: string[] = []
  const first = one.ifFree('a', async () => {
    did.push('one')
    await gate
  })
  await two.ifFree('a', async () => void did.push('two'))
  go()
  await first
  expect(did).toEqual(['one'])
  expect(await isFree(two)).toBe(true)
})

test('work that fails says so, and lets go', async () => {
  const { one, two } = twoTabs()
  await expect(one.ifFree('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await isFree(two)).toBe(true)
})

test('where there are no Web Locks every story counts as free', async () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true })
  try {
    const locks = webLocks('desk')
    const letGo = locks.hold('a')
    expect(await isFree(locks)).toBe(true)
    expect(letGo).not.toThrow()
    await expect(locks.ifFree('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  } finally {
    if (real) Object.defineProperty(globalThis, 'navigator', real)
  }
})
