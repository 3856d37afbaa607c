import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'vite'
import type { ServerConfig } from '../../../src/server/config.ts'

/** A newsroom's server in a process of its own, which can be killed, and is started anew on the same port. */
export type ServerProcess = {
  start(): Promise<void>
  /** SIGKILL: nothing of it ends in order. */
  kill(): Promise<void>
  end(): Promise<void>
}

/** A port that is free just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

let built: Promise<string> | null = null
let users = 0

/** The folder of the server as one file, which starts in a fraction of the time; made once for all who use it. */
function builtServer(): Promise<string> {
  users += 1
  built ??= (async () => {
    // Within the project, so that it finds its libraries.
    mkdirSync('node_modules/.stet-tests', { recursive: true })
    const folder = mkdtempSync('node_modules/.stet-tests/server-')
    await build({
      configFile: false,
      logLevel: 'silent',
      build: { ssr: 'tests/backends/http/killed-server.ts', outDir: folder, minify: false },
    })
    return folder
  })()
  return built
}

/** Makes such a server ready. The next process always stands by, so that it is there soon after one was killed. */
export async function serverProcess(config: ServerConfig): Promise<ServerProcess> {
  const folder = await builtServer()
  const next = (): { readonly child: ChildProcess; readonly ready: Promise<unknown> } => {
    const child = fork(join(folder, 'killed-server.js'), { execArgv: [] })
    return { child, ready: once(child, 'message') }
  }
  let standby = next()
  let running: ChildProcess | null = null
  return {
    async start() {
      const { child, ready } = standby
      await ready
      const started = once(child, 'message')
      child.send(config)
      const [said] = (await started) as [unknown]
      if (said !== 'started') throw new Error(String(said))
      running = child
      standby = next()
    },
    async kill() {
      if (!running) throw new Error('nothing runs')
      const exited = once(running, 'exit')
      running.kill('SIGKILL')
      await exited
      running = null
    },
    async end() {
      for (const child of [standby.child, running]) child?.kill('SIGKILL')
      users -= 1
      if (users > 0) return
      built = null
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
