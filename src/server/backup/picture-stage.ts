import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * A backup's pictures on their way into a folder: written beside it first, and moved into it when all are there. They are
 * named by what is in them, so that one that was there before is the same.
 */
export class PictureStage {
  /** How many there were. */
  pictures = 0
  readonly #folder: string | null
  readonly #beside: string
  readonly #names: string[] = []
  #file: FileHandle | null = null

  /** Null where pictures are kept elsewhere: those in the backup are then left out. */
  constructor(folder: string | null) {
    this.#folder = folder
    this.#beside = `${folder}.restoring`
  }

  /** The pieces that follow are this one's. */
  async turnTo(name: string): Promise<void> {
    await this.#close()
    this.pictures += 1
    if (this.#folder === null) return
    this.#names.push(name)
    const file = join(this.#beside, name)
    await mkdir(dirname(file), { recursive: true })
    this.#file = await open(file, 'w', 0o640)
  }

  async add(piece: Uint8Array): Promise<void> {
    await this.#file?.writeFile(piece)
  }

  /** Moves them into their folder. */
  async settle(): Promise<void> {
    await this.#close()
    for (const name of this.#names) {
      const file = join(this.#folder ?? '', name)
      await mkdir(dirname(file), { recursive: true })
      await rename(join(this.#beside, name), file)
    }
  }

  /** Takes away what was not moved. */
  async end(): Promise<void> {
    await this.#close()
    if (this.#folder !== null) await rm(this.#beside, { recursive: true, force: true })
  }

  async #close(): Promise<void> {
    await this.#file?.sync()
    await this.#file?.close()
    this.#file = null
  }
}
