import './dom.ts'
import { argv, exit } from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { meet } from './meet.ts'
import { NAMED_FAULTS } from './named-faults.ts'
import { plantBug } from './plant.ts'
import type { Outcome } from './run-story.ts'
import { runStory } from './run-story.ts'
import { plantSuggestingBug } from './suggesting/plant.ts'
import { runSuggesting } from './suggesting/run-suggesting.ts'

// npm run fuzz -- --seed S --runs N [--steps 40] [--people 2|3] [--plant 1|2|3]
// npm run fuzz -- --seed S --runs N --suggesting one|both [--plant 1|2|3]: suggestions and decisions
// npm run fuzz -- --meet 2|3: every pair or triple of deeds at once, in every order

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100' },
    steps: { type: 'string', default: '40' },
    people: { type: 'string', default: '' },
    history: { type: 'string', default: '' },
    plant: { type: 'string', default: '' },
    suggesting: { type: 'string', default: '' },
    meet: { type: 'string', default: '' },
  },
})

const [seed, runs, steps] = [Number(values.seed), Number(values.runs), Number(values.steps)]
if (![seed, runs, steps].every(Number.isInteger)) {
  console.error('--seed, --runs and --steps take whole numbers')
  exit(2)
}
const { suggesting } = values
if (suggesting !== '' && suggesting !== 'one' && suggesting !== 'both') {
  console.error('--suggesting takes one or both')
  exit(2)
}
if (values.plant !== '') {
  const plant = suggesting === '' ? plantBug : plantSuggestingBug
  console.log(`Planted: ${plant(Number(values.plant))}`)
}

if (values.meet !== '') exit(meet(Number(values.meet)) ? 0 : 1)

const faults = new Map<string, { count: number; examples: string[] }>()
const ran = new Map<string, number>()
let typed = 0
const began = performance.now()
for (let run = 0; run < runs; run++) {
  const people = values.people === '' ? 2 + (run % 2) : Number(values.people)
  const history = values.history === '' ? run % 4 > 1 : values.history === 'yes'
  const outcomes =
    suggesting === ''
      ? [runStory({ seed: seed + run, people, steps, history })]
      : runSuggesting(seed + run, steps, suggesting)
  // What editors and the DOM have put off would otherwise pile up until the memory is full.
  await setImmediate()
  const how = suggesting === '' ? ` (${people} people, history ${history ? 'yes' : 'no'})` : ''
  for (const outcome of outcomes) take(outcome, how)
}

function take(outcome: Outcome, how: string): void {
  typed += outcome.typed
  for (const [name, count] of Object.entries(outcome.ran)) ran.set(name, (ran.get(name) ?? 0) + count)
  for (const { kind, detail } of outcome.faults) {
    const row = faults.get(kind) ?? { count: 0, examples: [] }
    faults.set(kind, row)
    row.count += 1
    if (row.examples.length < 3) row.examples.push(`${detail}${how}`)
  }
}

console.log(
  `${runs} stories of ${steps} steps, seeds ${seed} to ${seed + runs - 1}, ${typed} characters typed`,
)
for (const [name, count] of ran) console.log(`  ${name.padEnd(16)} ${String(count).padStart(7)}`)
for (const [kind, { count, examples }] of faults) {
  console.log(`${NAMED_FAULTS.has(kind) ? 'named' : 'FAULT'}: ${kind} ${count}`)
  if (!NAMED_FAULTS.has(kind)) for (const example of examples) console.log(`    ${example}`)
}
const failed = [...faults.keys()].some((kind) => !NAMED_FAULTS.has(kind))
console.log(`${failed ? 'failed' : 'passed'} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
exit(failed ? 1 : 0)
