import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** Writes lines into a compressed file that only its owner reads; it gets its name when it is whole and on the disk. */
export async function writeFileOf(lines: AsyncIterable<string>, file: string): Promise<void> {
  const draft = `${file}.part`
  try {
    await pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'wx' }))
    const written = await open(draft, 'r+')
    await written.sync()
    await written.close()
    await rename(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(draft, { force: true })
    throw error
  }
}

/**
 * The lines of such a file, as far as it is sound: where it is damaged they end, and so without the line that says they are
 * whole. Throws where the file can't be read.
 */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  // Heard at once: it may fail long before somebody reads so far.
  const failed = pipeline(createReadStream(file), unpacked).then(
    () => null,
    (error: unknown) => error,
  )
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) yield line
  } catch (error) {
    if (!isDamage(error)) throw error
  } finally {
    unpacked.destroy()
  }
  const error = await failed
  if (error !== null && !isDamage(error)) throw error as Error
}

const isDamage = (error: unknown): boolean => ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_')
