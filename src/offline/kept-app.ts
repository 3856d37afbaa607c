import { filesNamedIn } from './way-of.ts'

/** A file of the build. Without a revision its name says what is in it. */
export type BuiltFile = { readonly url: string; readonly revision: string | null }

const FILES = 'stet-files '
const PAGE = 'stet-page'
const USED = 'stet-used'
const HOME = '/'
/** Of files that differ only in the mark of what is in them so many are kept: those of this build and of the one before it. */
const USED_OF_A_NAME = 2
/** How many files are fetched at once: the app, which is loading, goes before. */
const LANES = 3

/** The app as it is kept in this browser: the files of this build and of the one before it, and the page as it was served last. */
export class KeptApp {
  readonly #files: readonly BuiltFile[]
  readonly #name: string

  constructor(files: readonly BuiltFile[]) {
    this.#files = files
    this.#name = `${FILES}${markOf(files.map(({ url, revision }) => `${url} ${revision ?? ''}`).join('\n'))}`
  }

  /** Fetches all files that are not kept yet, and the page. Fails as a whole where one can't be had. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.#name)
    const waiting = [...this.#files]
    const lane = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        const kept = file.revision === null ? await caches.match(file.url) : undefined
        await cache.put(file.url, kept ?? (await fetched(file.url, file.revision !== null)))
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    await cache.put(HOME, await fetched(HOME, true))
  }

  /** From now on this build's page is the one that is kept. Open tabs of the build before it still find their files. */
  async take(): Promise<void> {
    const page = await (await caches.open(this.#name)).match(HOME)
    if (page) await (await caches.open(PAGE)).put(HOME, page)
    const builds = (await caches.keys()).filter((name) => name.startsWith(FILES))
    const old = builds.filter((name) => name !== this.#name).slice(0, -1)
    await Promise.all(old.map((name) => caches.delete(name)))
  }

  /** Keeps a page as the server gave it (it says which backend there is), if every file that it names is kept. */
  async keepPage(page: Response): Promise<void> {
    const copy = page.clone()
    const files = filesNamedIn(await page.text())
    const kept = await Promise.all(files.map((file) => caches.match(file)))
    if (kept.every(Boolean)) await (await caches.open(PAGE)).put(HOME, copy)
  }

  /** Whatever address is asked for: the app itself knows what is where. */
  async page(): Promise<Response | undefined> {
    return (await caches.open(PAGE)).match(HOME)
  }

  file(request: Request): Promise<Response | undefined> {
    return caches.match(request, { ignoreSearch: true, ignoreVary: true })
  }

  /** Keeps a large file that only some people need, now that it was used here; of older ones of its name the last stays. */
  async keepUsed(path: string, answer: Response): Promise<void> {
    if (!answer.ok) return
    const cache = await caches.open(USED)
    await cache.put(path, answer)
    const name = nameOf(path)
    const alike = (await cache.keys()).filter(({ url }) => nameOf(new URL(url).pathname) === name)
    await Promise.all(alike.slice(0, -USED_OF_A_NAME).map((old) => cache.delete(old)))
  }
}

/** Everything that was ever kept is let go. */
export async function forgetApp(): Promise<void> {
  const ours = (await caches.keys()).filter(
    (name) => name === PAGE || name === USED || name.startsWith(FILES),
  )
  await Promise.all(ours.map((name) => caches.delete(name)))
}

/** A file's name without the mark of what is in it: "/assets/harper-B2x_9-Qa.wasm" is "/assets/harper…wasm". */
const nameOf = (path: string): string => path.replace(/-[\w-]{8}(?=\.\w+$)/u, '…')

async function fetched(url: string, isAnew: boolean): Promise<Response> {
  const answer = await fetch(url, isAnew ? { cache: 'reload' } : {})
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer
}

/** A short mark of a text: another text, another mark. */
function markOf(text: string): string {
  let mark = 0
  for (const character of text) mark = (Math.imul(mark, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return mark.toString(36)
}
