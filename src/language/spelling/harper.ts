import {
  Dialect as HarperDialect,
  LocalLinter,
  SuggestionKind,
  createBinaryModuleFromUrl,
  type Lint,
} from 'harper.js'
import type { Dialect } from '../../domain/checks/check-settings.ts'
import { GRAMMAR_RULES } from './lists/grammar-rules.ts'

/** What harper found, in UTF-16 units of the text. */
export type Finding = {
  readonly rule: string
  readonly from: number
  readonly to: number
  readonly words: string
  readonly message: string
  readonly fixes: readonly string[]
}

/** Harper's speller and grammar, in the thread it is asked in. Each of its answers rejects where harper breaks down; it is of no use any more then. */
export type Harper = {
  /** Of these words those that harper does not know, each with what it might have been meant to be. */
  spell(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  grammar(text: string): Promise<readonly Finding[]>
  close(): void
}

const SPELLING = 'SpellCheck'
const APOSTROPHE = /(?<=\p{L})’(?=\p{L})/gu
const PLAIN = { language: 'plaintext' } as const

/** Loads harper from where its WebAssembly is. Rejects where it can't be loaded, or WebAssembly may not run. */
export async function openHarper(url: string, dialect: Dialect): Promise<Harper> {
  const binary = createBinaryModuleFromUrl(url, 'slim')
  // Before there is a linter, whose own loading nobody could wait for.
  await binary.setup()
  const linter = new LocalLinter({ binary, dialect: HarperDialect[dialect] })
  const all = Object.keys(await linter.getLintConfig())
  const configs = {
    spelling: Object.fromEntries(all.map((rule) => [rule, rule === SPELLING])),
    grammar: Object.fromEntries(all.map((rule) => [rule, GRAMMAR_RULES.has(rule)])),
  }
  let set: keyof typeof configs | null = null
  const find = async (what: keyof typeof configs, text: string): Promise<readonly Finding[]> => {
    if (set !== what) await linter.setLintConfig(configs[what])
    set = what
    const found = await linter.organizedLints(text, PLAIN)
    return Object.entries(found).flatMap(([rule, lints]) => lints.map((lint) => read(rule, lint)))
  }
  return {
    async spell(words) {
      if (words.length === 0) return new Map()
      const found = await find('spelling', words.join('\n'))
      return new Map(found.map(({ words, fixes }) => [words, fixes]))
    },
    async grammar(text) {
      // Some of its rules know no other apostrophe. The text keeps its length.
      const found = await find('grammar', text.replaceAll(APOSTROPHE, "'"))
      return found.map(({ rule, from, to, message, fixes }) => ({
        rule,
        from,
        to,
        words: text.slice(from, to),
        message,
        fixes: text.includes('’') ? fixes.map((fix) => fix.replaceAll("'", '’')) : fixes,
      }))
    },
    close() {
      // One that has broken down can't be let go of.
      linter.dispose().catch(() => {})
    },
  }
}

function read(rule: string, lint: Lint): Finding {
  const span = lint.span()
  const { start: from, end: to } = span
  const words = lint.get_problem_text()
  const suggestions = lint.suggestions()
  const fixes = suggestions.map((suggestion) => {
    const kept = suggestion.kind() === SuggestionKind.InsertAfter ? words : ''
    return kept + suggestion.get_replacement_text()
  })
  const finding = { rule, from, to, words, message: lint.message(), fixes }
  span.free()
  lint.free()
  return finding
}
