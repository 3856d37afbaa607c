import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** An open file of the embedded database. */
type Stream = { readonly nfd?: number; readonly node: object }
type Operations = {
  write: (stream: Stream, ...rest: readonly unknown[]) => number
  fsync?: (stream: Stream) => number
}
/** What the embedded database's own file system gives away of itself, and its types don't tell. */
type Files = { readonly stream_ops: Operations; realPath(node: object): string }

/**
 * The files of an embedded database, with what PGlite leaves out: that what is stored is on the disk, and not just with the
 * system, so that it outlasts a power cut. The log of changes is synced outside of the database, which has one thread, and
 * once for all who wait; data files are synced where the database asks for it, the log before them.
 */
export class DurableFiles extends NodeFS {
  /** How many bytes of the log were written in all. */
  logged = 0
  readonly #unsynced = new Set<string>()
  #current: Promise<void> = Promise.resolve()
  #next: Promise<void> | null = null
  /** After a sync has failed nobody knows what the disk holds. */
  #failure: Error | null = null

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args)
    const preRun = made.emscriptenOpts.preRun ?? []
    return {
      emscriptenOpts: {
        ...made.emscriptenOpts,
        preRun: [...preRun, (module) => this.#watch(module.NODEFS as Files)],
      },
    }
  }

  /** Resolves when all that was written to the log before is on the disk. Rejects, from then on always, where a sync fails. */
  flush(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure)
    if (this.#unsynced.size === 0) return this.#current
    // A sync that is under way may have begun before the last write.
    this.#next ??= this.#current.then(() => {
      this.#next = null
      this.#current = this.#sync()
      return this.#current
    })
    return this.#next
  }

  #watch(files: Files): void {
    const { stream_ops: operations } = files
    const { write } = operations
    operations.write = (stream, ...rest) => {
      const written = write(stream, ...rest)
      const path = files.realPath(stream.node)
      if (path.includes('pg_wal')) {
        this.#unsynced.add(path)
        this.logged += written
      }
      return written
    }
    operations.fsync = (stream) => {
      for (const path of this.#taken()) syncNow(path)
      if (stream.nfd !== undefined) fsyncSync(stream.nfd)
      return 0
    }
  }

  #taken(): readonly string[] {
    const paths = [...this.#unsynced]
    this.#unsynced.clear()
    return paths
  }

  async #sync(): Promise<void> {
    try {
      await Promise.all(this.#taken().map(syncSoon))
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error))
      throw error
    }
  }
}

/** The database gives old parts of its log new names: what is gone holds nothing that is still needed. */
const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function syncSoon(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+')
    try {
      await file.datasync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

function syncNow(path: string): void {
  try {
    const file = openSync(path, 'r+')
    fsyncSync(file)
    closeSync(file)
  } catch (error) {
    if (!isGone(error)) throw error
  }
}
