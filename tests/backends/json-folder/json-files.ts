import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What becomes of one file: its new value, or null where it goes. */
export type Change = object | null

const JOURNAL = 'journal.json'

/** JSON files in a folder, of which several are changed at once or not at all. Paths look like "records/ID.json". */
export class JsonFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(path: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(join(this.#folder, path), 'utf8'), revive)
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /** Paths of all files of one kind. */
  async list(kind: string): Promise<readonly string[]> {
    try {
      const names = await readdir(join(this.#folder, kind))
      return names.filter((name) => name.endsWith('.json')).map((name) => `${kind}/${name}`)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  /** Writes all changes or none: first into a journal that is there whole or not at all, then into their places. */
  async write(changes: ReadonlyMap<string, Change>): Promise<void> {
    if (changes.size === 0) return
    await this.#put(JOURNAL, [...changes])
    await this.#apply([...changes])
  }

  /** Finishes what was in the journal when its process died. */
  async recover(): Promise<void> {
    const begun = await this.read(JOURNAL)
    if (begun !== undefined) await this.#apply(begun as readonly [string, Change][])
  }

  async #apply(changes: readonly (readonly [string, Change])[]): Promise<void> {
    for (const [path, value] of changes) {
      if (value === null) await rm(join(this.#folder, path), { force: true })
      else await this.#put(path, value)
    }
    await rm(join(this.#folder, JOURNAL), { force: true })
  }

  async #put(path: string, value: object): Promise<void> {
    const file = join(this.#folder, path)
    await mkdir(dirname(file), { recursive: true })
    const handle = await open(`${file}.new`, 'w')
    try {
      await handle.writeFile(JSON.stringify(value, withBytes))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${file}.new`, file)
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** JSON knows no bytes: they are written as base64, and read as what they were. */
function withBytes(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (value instanceof ArrayBuffer) return { $buffer: Buffer.from(value).toString('base64') }
  return value
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'))
  if ('$buffer' in value) return new Uint8Array(Buffer.from(String(value.$buffer), 'base64')).buffer
  return value
}
