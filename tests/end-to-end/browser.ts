import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { CHROMIUM_ARGS, chromiumPath } from '../chromium.ts'

/** A real Chromium process with a profile of its own, which can be killed and started again. */
export type Profile = {
  /** Where it lies on the disk. */
  readonly folder: string
  /** Starts the browser on this profile. */
  start(): Promise<BrowserContext>
  /** SIGKILL to the browser and all of its processes: nothing gets to say goodbye. */
  kill(): Promise<void>
  /** Ends the browser and removes the profile. */
  remove(): Promise<void>
}

export async function createProfile(): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-profile-'))
  const path = await chromiumPath()
  let child: ChildProcess | null = null
  let browser: Browser | null = null

  async function end(): Promise<void> {
    const running = child
    child = null
    if (running?.pid !== undefined && running.exitCode === null) {
      const gone = new Promise((resolve) => running.once('exit', resolve))
      // The child leads a process group of its own, so that renderers die with it.
      process.kill(-running.pid, 'SIGKILL')
      await gone
    }
    await browser?.close().catch(() => undefined)
    browser = null
  }

  return {
    folder,
    async start() {
      const started = spawn(
        path,
        [
          ...CHROMIUM_ARGS,
          '--headless',
          '--remote-debugging-port=0',
          `--user-data-dir=${folder}`,
          'about:blank',
        ],
        { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
      )
      child = started
      browser = await chromium.connectOverCDP(await endpointOf(started))
      const [context] = browser.contexts()
      if (!context) throw new Error('Chromium has no context')
      return context
    },
    kill: end,
    async remove() {
      await end()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, endpoint] = /DevTools listening on (\S+)/u.exec(said) ?? []
      if (endpoint) resolve(endpoint)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)))
  })
}

/** One Chromium for a file of tests; each test opens contexts of its own in it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS })
}
