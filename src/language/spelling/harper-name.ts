import { DIALECTS, type Dialect } from '../../domain/checks/check-settings.ts'

/** Which harper a worker of it is: in whose spelling, and where its WebAssembly is. */
export type HarperName = { readonly dialect: Dialect; readonly url: string }

/** As the name of a worker. */
export const writeHarperName = ({ dialect, url }: HarperName): string => `${dialect} ${url}`

/** The inverse of `writeHarperName`. Throws on any other name. */
export function readHarperName(name: string): HarperName {
  const [first, ...rest] = name.split(' ')
  const dialect = DIALECTS.find((one) => one === first)
  if (!dialect) throw new Error(`“${name}” names no harper`)
  return { dialect, url: rest.join(' ') }
}
