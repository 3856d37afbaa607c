import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { documentName } from '../../src/backends/wire/live.ts'
import { startPostgres } from '../server/services/start-postgres.ts'
import { quantile, table } from './figures.ts'
import type { Letters } from './live-editor.ts'
import { LiveEditor } from './live-editor.ts'
import type { LiveServerReady, LiveServerUsage } from './live-server.ts'

const STORIES = Number(process.env['BENCH_STORIES'] ?? 100)
const EDITORS = 5
const PEOPLE = 10
/** Milliseconds between two letters of one editor. */
const KEY_EVERY = 200
const WARM_UP = 8_000
const MEASURED = 25_000

type Row = Readonly<Record<string, string | number>>

/**
 * 100 stories with 5 live editors each, who type 5 characters a second, against a server in a process of its own: from
 * one's key to another's document, what the server used, and what it stored. Takes two minutes.
 */
export async function benchLive(): Promise<void> {
  const rows: Row[] = []
  const postgres = await startPostgres({ fsync: 'on', full_page_writes: 'on' })
  if (postgres) {
    rows.push(await benchOn('PostgreSQL', postgres.url))
    await postgres.end()
  } else console.log('PostgreSQL is not installed here: left out.\n')
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  rows.push(await benchOn('PGlite (embedded)', join(folder, 'data')))
  rmSync(folder, { recursive: true, force: true })
  console.log(`${STORIES} stories, ${EDITORS} editors each, 5 characters a second and editor:\n`)
  console.log(`${table(rows)}\n`)
  console.log(
    'What bounds it: on PostgreSQL the way of one key is a transaction of five statements, one after the other, its commit on the disk,\n' +
      'and the turns of the server’s one thread between them, most of which write to sockets (five for each key). Embedded, the\n' +
      'database works in that same thread. Editors and database share this machine’s processors with the server.\n',
  )
}

async function benchOn(name: string, where: string): Promise<Row> {
  const options = { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] as const }
  const started = [where, String(PEOPLE), String(STORIES)]
  const child = fork('tests/bench/live-server.ts', started, { ...options, stdio: [...options.stdio] })
  const server = (await answerOf(child)) as LiveServerReady
  const letters: Letters = { typed: new Map(), latencies: [], isMeasuring: false }
  const editors: LiveEditor[] = []
  for (const [at, story] of server.stories.entries()) {
    for (let one = 0; one < EDITORS; one += 1) {
      const cookie = server.cookies[(at + one) % server.cookies.length] ?? ''
      editors.push(new LiveEditor(server.address, cookie, documentName(story, 1), letters))
    }
    await Promise.all(editors.slice(-EDITORS).map(({ ready }) => ready))
  }
  const typing = typeAll(editors)
  await pause(WARM_UP)
  const before = await measure(child, server.address, typing.keys())
  letters.isMeasuring = true
  await pause(MEASURED)
  letters.isMeasuring = false
  const after = await measure(child, server.address, typing.keys())
  typing.stop()
  const { latencies } = letters
  const until = Date.now() + 20_000
  while (editors.some(({ unacked }) => unacked > 0) && Date.now() < until) await pause(50)
  const lost = editors.filter(({ unacked }) => unacked > 0).length
  for (const editor of editors) editor.close()
  const seconds = (after.at - before.at) / 1000
  const rate = (of: (usage: Measured) => number): number => (of(after) - of(before)) / seconds
  child.send('stop')
  await new Promise((resolve) => child.on('exit', resolve))
  const percent = (value: number): string => `${Math.round(value * 100)} %`
  return {
    database: name,
    'p50 ms': quantile(latencies, 0.5).toFixed(1),
    'p95 ms': quantile(latencies, 0.95).toFixed(1),
    'p99 ms': quantile(latencies, 0.99).toFixed(1),
    'keys/s': Math.round(rate(({ keys }) => keys)),
    'updates stored/s': Math.round(rate(({ stored }) => stored)),
    'rows/s': Math.round(rate(({ rows }) => rows)),
    'transactions/s': Math.round(rate(({ batches }) => batches)),
    'server CPU': percent(rate(({ cpu }) => cpu)),
    'server MB': Math.round(after.rss / 1e6),
    'database CPU': where.startsWith('postgres:') ? percent(rate(({ database }) => database)) : 'in it',
    'editors CPU': percent(rate(({ own }) => own)),
    'not acknowledged': lost,
  }
}

/** Has all of them type, each at its own moment. */
function typeAll(editors: readonly LiveEditor[]): { stop(): void; keys(): number } {
  const due = editors.map((editor, at) => ({
    editor,
    at: performance.now() + (at * KEY_EVERY) / editors.length,
  }))
  const timer = setInterval(() => {
    const now = performance.now()
    for (const typist of due) {
      if (typist.at > now) continue
      typist.editor.type()
      typist.at += KEY_EVERY
    }
  }, 4)
  return {
    stop: () => clearInterval(timer),
    keys: () => editors.reduce((sum, { typed }) => sum + typed, 0),
  }
}

type Measured = LiveServerUsage & {
  readonly at: number
  readonly own: number
  readonly keys: number
  readonly database: number
  readonly stored: number
  readonly rows: number
  readonly batches: number
}

async function measure(child: ChildProcess, address: string, keys: number): Promise<Measured> {
  child.send('usage')
  const usage = (await answerOf(child)) as LiveServerUsage
  const text = await (await fetch(`${address}/metrics`)).text()
  const figure = (name: string): number =>
    Number(new RegExp(`^stet_live_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  const { user, system } = process.cpuUsage()
  return {
    ...usage,
    at: performance.now(),
    keys,
    own: (user + system) / 1e6,
    database: postgresCpu(),
    stored: figure('stored'),
    rows: figure('rows'),
    batches: figure('batches'),
  }
}

/** Seconds of processor time of this machine's running PostgreSQL processes. */
function postgresCpu(): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      if (!stat.includes('(postgres)')) continue
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks / 100
}

const answerOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended (${code})`)))
  })
