import type { HouseRule } from '../../domain/checks/house-rule.ts'

const TYPES: Readonly<Record<string, HouseRule['type']>> = {
  regex: 'regex',
  lt: 'languageToolXML',
  languagetoolxml: 'languageToolXML',
  lt_core: 'languageToolCore',
  languagetoolcore: 'languageToolCore',
  dictionary: 'dictionary',
}

/** The type of rule that a file means: Typerighter's sheet and its rule manager have names of their own. */
export function typeNamed(name: string): HouseRule['type'] | null {
  return TYPES[name.trim().toLowerCase()] ?? null
}
