import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, exit } from 'node:process'

// `npm test`: everything that holds the house together, in one run, with one closing line.
// `npm test -- unit lint` runs only the steps named.

type Step = { readonly name: string; readonly command: readonly string[]; readonly counts?: true }

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'unused', command: ['knip'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'size', command: ['size-limit'] },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', '--project', 'apart'], counts: true },
  { name: 'browser', command: ['vitest', 'run', '--project', 'browser'], counts: true },
  { name: 'end-to-end', command: ['vitest', 'run', '--project', 'end-to-end'], counts: true },
]

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

const only = argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'stet-tests-'))
let total: Tally = { passed: 0, failed: 0, skipped: 0 }
for (const step of STEPS) {
  if (only.length > 0 && !only.includes(step.name)) continue
  const since = Date.now()
  console.log(`\n== ${step.name}`)
  const tally = await run(step)
  console.log(
    `== ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - since) / 1000).toFixed(1)} s`,
  )
  total = {
    passed: total.passed + tally.passed,
    failed: total.failed + tally.failed,
    skipped: total.skipped + tally.skipped,
  }
}
rmSync(folder, { recursive: true, force: true })
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** A step without counts of its own is one test; one that fails outside of its tests is one failure more. */
async function run({ name, command, counts }: Step): Promise<Tally> {
  const report = join(folder, `${name}.json`)
  const extra = counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const code = await execute([...command, ...extra])
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const { passed, failed, skipped } = readReport(report)
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}

function execute([tool = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', tool), args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', (error) => {
      console.error(`${tool} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readReport(file: string): Tally {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const number = (key: string): number => {
      const value =
        typeof report === 'object' && report !== null ? (report as Record<string, unknown>)[key] : 0
      return typeof value === 'number' ? value : 0
    }
    return {
      passed: number('numPassedTests'),
      failed: number('numFailedTests'),
      skipped: number('numPendingTests') + number('numTodoTests'),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
