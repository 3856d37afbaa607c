import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'

const pack = promisify(gzip)

/** What gets smaller; pictures and fonts are packed already. */
const PACKABLE = /^text\/|[/+](?:javascript|json|xml)\b|manifest/

type Packed = {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  /** Names what is in it. */
  readonly hash: string
  readonly changed: string
}

/**
 * Serves the files of a folder that are worth packing: each is packed when it is first asked for, and kept as long as it is the
 * same on the disk. All else goes on to whoever is next. The two ways in which a file is sent have two ETags.
 */
export function packedFiles(folder: string): MiddlewareHandler {
  const kept = new Map<string, Promise<Packed>>()
  const of = async (path: string): Promise<Packed | null> => {
    const file = join(folder, path)
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const changed = `${found.mtimeMs}/${found.size}`
    const known = await kept.get(path)
    if (known?.changed === changed) return known
    const made = read(file, changed)
    kept.set(path, made)
    made.catch(() => kept.delete(path))
    return made
  }
  return async (context, next) => {
    const { path } = context.req
    const type = getMimeType(path)
    // No way leads out of the folder.
    if (!type || !PACKABLE.test(type) || /[\\\0]|\/\.\.?(?:\/|$)/.test(path)) return next()
    const file = await of(path)
    if (!file) return next()
    const isPacked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
      context.req.header('accept-encoding') ?? '',
    )
    const etag = `"${file.hash}${isPacked ? '-gzip' : ''}"`
    const headers: Record<string, string> = { etag, vary: 'accept-encoding' }
    const asked = context.req.header('if-none-match') ?? ''
    if (asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
      return context.body(null, 304, headers)
    }
    headers['content-type'] = type
    if (isPacked) headers['content-encoding'] = 'gzip'
    return context.body(isPacked ? file.packed : file.plain, 200, headers)
  }
}

async function read(file: string, changed: string): Promise<Packed> {
  const plain = new Uint8Array(await readFile(file))
  const packed = new Uint8Array(await pack(plain, { level: constants.Z_BEST_COMPRESSION }))
  return { plain, packed, hash: createHash('sha256').update(plain).digest('base64url').slice(0, 22), changed }
}
