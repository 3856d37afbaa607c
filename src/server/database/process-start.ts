import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { kill } from 'node:process'

/**
 * The moment at which a living process was started, as the system tells it; null where it can't be told. Only good for
 * comparing: numbers of processes are used again, and this says whether it is still the same one.
 */
export function startOf(process: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8')
    // The second field, the program's name, may hold spaces and brackets: counted from behind it, the start is the 20th.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot} ${ticks}`
  } catch {
    // No Linux.
    const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(process)], { encoding: 'utf8' })
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : null
  }
}

/** Whether the process that was started then still lives. In doubt it does. */
export function isSameProcess(process: { readonly pid: number; readonly started: string | null }): boolean {
  try {
    kill(process.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(process.pid)
  return started === null || process.started === null || started === process.started
}
