import type { Dialect } from '../../domain/checks/check-settings.ts'

/** Addresses of what a speller loads when it is first needed. */
export type SpellerFiles = {
  /** Harper's WebAssembly. */
  readonly harper: string
  /** A Hunspell dictionary: its rules of affixes, and its words. */
  readonly affixes: string
  readonly words: string
}

/** The files of this app, none of which is part of what a page loads first. Australia and Canada spell as Britain does where harper is not at work. */
export function spellerFiles(dialect: Dialect): SpellerFiles {
  // The whole address of each must stand here, for the build to find it.
  const harper = new URL('../../../node_modules/harper.js/dist/harper_wasm_slim_bg.wasm', import.meta.url)
    .href
  return dialect === 'American'
    ? {
        harper,
        affixes: new URL('../../../node_modules/dictionary-en/index.aff', import.meta.url).href,
        words: new URL('../../../node_modules/dictionary-en/index.dic', import.meta.url).href,
      }
    : {
        harper,
        affixes: new URL('../../../node_modules/dictionary-en-gb/index.aff', import.meta.url).href,
        words: new URL('../../../node_modules/dictionary-en-gb/index.dic', import.meta.url).href,
      }
}
