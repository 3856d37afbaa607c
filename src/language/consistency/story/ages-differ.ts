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
  const groups = new Map<string, readonly Aged[]>()
  for (const age of named) groups.set(age.whose, [...(groups.get(age.whose) ?? []), age])
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
  return ages.flatMap((age) => {
    if (age.isNamed || isBody(age)) return []
    const same = ages.filter(({ isNamed, whose }) => !isNamed && whose === age.whose)
    const inBody = same.filter(isBody)
    const [truth] = inBody
    const isOne =
      inBody.every((other) => other.age === truth?.age) &&
      same.every((other) => isBody(other) || other.age === age.age)
    if (!truth || !isOne || ages.some((other) => isBody(other) && other.age === age.age)) return []
    return [flagged(age, truth, `the ${age.name}`)]
  })
}

const flagged = (age: Aged, truth: Aged, who: string) =>
  flagAt(
    'ages-differ',
    age.spot,
    `${who.charAt(0).toUpperCase()}${who.slice(1)} is ${age.age} here, and ${truth.age} in the ${partName(truth.spot.at.line)}.`,
    { also: [truth.spot] },
  )
