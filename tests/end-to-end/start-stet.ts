import { spawn } from 'node:child_process'
import { env } from 'node:process'
import { setTimeout } from 'node:timers/promises'

export type Served = {
  /** Everything that it has printed so far. */
  readonly said: string
  /** Where it says that it is, without a slash at the end. */
  readonly address: string
  stop(): Promise<void>
}

export type StartOptions = {
  /** Folder of the newsroom's server; without one everything is kept in the browser (`--local`). */
  readonly data?: string
  /** Further settings from the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** `npm start` as a stranger calls it, on a port near the given one, or on that very port for a server. */
export async function startStet(port: number, { data, env: set = {} }: StartOptions = {}): Promise<Served> {
  // Vitest's own settings would make a development build of what a stranger gets.
  const own = Object.entries(env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV')
  const kept = data === undefined ? ['--local'] : []
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port), ...kept], {
    detached: true,
    env: {
      ...Object.fromEntries(own),
      ...(data === undefined ? {} : { STET_DATA: data, LOG_LEVEL: 'warn' }),
      ...set,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  child.stdout.setEncoding('utf8')
  // Read to its end: who prints into a closed pipe dies of it.
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: string) => {
      said += chunk
      const [found] = /https?:\/\/\S+(?=\s)/u.exec(said) ?? []
      if (found !== undefined) resolve(found.replace(/\/$/u, ''))
    })
    child.once('exit', () => reject(new Error(`npm start named no address: ${said}`)))
  })
  return {
    get said() {
      return said
    },
    address,
    async stop() {
      // npm leads a process group of its own. It goes before its children, which may yet have something to write.
      const { pid } = child
      if (pid === undefined || !tellGroup(pid, 'SIGTERM')) return
      await ended
      while (tellGroup(pid, 0)) await setTimeout(20)
    },
  }
}

/** Sends a signal to all of a process group (0 only asks); false where nobody of it lives any more. */
function tellGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal)
    return true
  } catch {
    return false
  }
}
