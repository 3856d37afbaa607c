import { useEffect, useState } from 'react'

/** Sizes in bytes. 'unknown' where the browser has no storage manager (an insecure address). */
export type StorageFacts =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known'
      readonly usage: number
      readonly quota: number
      readonly isPersistent: boolean
    }

/** What the browser says about its storage, and the way to ask it to keep all that is in it. */
export function useStorageFacts(): {
  readonly facts: StorageFacts
  readonly persist: () => void
  readonly wasRefused: boolean
} {
  const [facts, setFacts] = useState<StorageFacts>({ kind: 'asking' })
  const [wasRefused, setWasRefused] = useState(false)
  useEffect(() => {
    let isGone = false
    void readFacts().then((read) => {
      if (!isGone) setFacts(read)
    })
    return () => {
      isGone = true
    }
  }, [])
  async function ask(): Promise<void> {
    const agreed = await navigator.storage.persist().catch(() => false)
    setWasRefused(!agreed)
    setFacts(await readFacts())
  }
  return {
    facts,
    wasRefused,
    persist: () => {
      void ask()
    },
  }
}

async function readFacts(): Promise<StorageFacts> {
  // Insecure addresses and old browsers have no storage manager, whatever the types say.
  const storage = (navigator as Partial<Navigator>).storage
  if (storage === undefined) return { kind: 'unknown' }
  try {
    const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
      storage.estimate(),
      storage.persisted(),
    ])
    return { kind: 'known', usage, quota, isPersistent }
  } catch {
    return { kind: 'unknown' }
  }
}
