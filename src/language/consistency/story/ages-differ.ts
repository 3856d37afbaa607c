import type { Age } from '../facts/read-ages.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { partName, type ReadStory, type StoryCheck } from './read-story.ts'

type Aged = Age & { readonly spot: Spot }

/** One person with two ages; somebody unnamed only where headline, dek or caption and the body have one each. */
export const agesDiffer: StoryCheck = (story) => {
  const ages = agesOf(story)
  return [...ofNamed(ages), ...ofUnnamed(ages)]
}

const agesOf = ({ lines }: ReadStory): readonly Aged[] =>
  lines
    .filter(({ line }) => line.part !== 'alt' && line.part !== 'credit')
    .flatMap((at) =>
      at.facts.ages.map((age) => ({ ...age, spot: { at, stretch: { from: age.from, to: age.to } } })),
    )

function ofNamed(ages: readonly Aged[]) {
  const named = ages.filter(({ isNamed }) => isNamed)
  const groups = new Map<string, Aged[]>()
  for (const age of named) {
    const group = groups.get(age.whose)
    if (group) group.push(age)
    else groups.set(age.whose, [age])
  }
  return [...groups.values()].flatMap((group) => {
    const truth = group.find(({ spot }) => spot.at.line.part === 'body') ?? group[0]
    return group.flatMap((age) => {
      if (!truth || truth.age === age.age) return []
      if (truth.given !== '' && age.given !== '' && truth.given !== age.given) return []
      return [flagged(age, truth, age.name)]
    })
  })
}

function ofUnnamed(ages: readonly Aged[]) {
  const isBody = ({ spot }: Aged): boolean => spot.at.line.part === 'body'
  const inBody = new Set(ages.filter(isBody).map(({ age }) => age))
  const groups = new Map<string, Aged[]>()
  for (const age of ages) {
    if (age.isNamed) continue
    const group = groups.get(age.whose)
    if (group) group.push(age)
    else groups.set(age.whose, [age])
  }
  return [...groups.values()].flatMap((group) => {
    const heads = group.filter((age) => !isBody(age))
    const truth = group.find(isBody)
    const [first] = heads
    // Only where there is one on either side are they surely the same.
    const isOne = group.every((age) => age.age === (isBody(age) ? truth?.age : first?.age))
    if (!first || !truth || !isOne || inBody.has(first.age)) return []
    return heads.map((age) => flagged(age, truth, `the ${age.name}`))
  })
}

const flagged = (age: Aged, truth: Aged, who: string) =>
  flagAt(
    'ages-differ',
    age.spot,
    `${who.charAt(0).toUpperCase()}${who.slice(1)} is ${age.age} here, and ${truth.age} in the ${partName(truth.spot.at.line)}.`,
    { also: [truth.spot] },
  )
