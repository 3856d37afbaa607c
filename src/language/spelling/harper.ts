import {
  Dialect as HarperDialect,
  LocalLinter,
  SuggestionKind,
  createBinaryModuleFromUrl,
  type BinaryModule,
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
  /** What is wrong in each of these texts. Asked together they take a fifth less time than one by one. */
  grammar(texts: readonly string[]): Promise<readonly (readonly Finding[])[]>
  close(): void
}

const SPELLING = 'SpellCheck'
/** Where one paragraph ends and the next begins. */
const BETWEEN = '\n\n'
const APOSTROPHE = /(?<=\p{L})’(?=\p{L})/gu
const PLAIN = { language: 'plaintext' } as const

/** Loads harper from where its WebAssembly is. Rejects where it can't be loaded, or WebAssembly may not run. */
export async function openHarper(url: string, dialect: Dialect): Promise<Harper> {
  const binary = createBinaryModuleFromUrl(url, 'slim')
  // Before there is a linter, whose own loading nobody could wait for.
  await binary.setup()
  // One each: a second linter costs 10 ms, to have one look for other rules 5 ms each time.
  const speller = await openLinter(binary, dialect, (rule) => rule === SPELLING)
  const grammarian = await openLinter(binary, dialect, (rule) => GRAMMAR_RULES.has(rule))
  return {
    async spell(words) {
      if (words.length === 0) return new Map()
      const found = await find(speller, words.join('\n'))
      return new Map(found.map(({ words, fixes }) => [words, fixes]))
    },
    async grammar(texts) {
      if (texts.length === 0) return []
      // Some of its rules know no other apostrophe. The texts keep their lengths.
      const found = await find(grammarian, texts.join(BETWEEN).replaceAll(APOSTROPHE, "'"))
      let start = 0
      return texts.map((text) => {
        const first = start
        start += text.length + BETWEEN.length
        return found.flatMap(({ rule, message, fixes, ...range }) => {
          const [from, to] = [range.from - first, range.to - first]
          if (from < 0 || to > text.length) return []
          const words = text.slice(from, to)
          const curly = text.includes('’') ? fixes.map((fix) => fix.replaceAll("'", '’')) : fixes
          return [{ rule, from, to, words, message, fixes: curly }]
        })
      })
    },
    close() {
      // One that has broken down can't be let go of.
      for (const linter of [speller, grammarian]) linter.dispose().catch(() => {})
    },
  }
}

async function openLinter(
  binary: BinaryModule,
  dialect: Dialect,
  runs: (rule: string) => boolean,
): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary, dialect: HarperDialect[dialect] })
  const all = Object.keys(await linter.getLintConfig())
  await linter.setLintConfig(Object.fromEntries(all.map((rule) => [rule, runs(rule)])))
  return linter
}

async function find(linter: LocalLinter, text: string): Promise<readonly Finding[]> {
  const found = await linter.organizedLints(text, PLAIN)
  return Object.entries(found).flatMap(([rule, lints]) => lints.map((lint) => read(rule, lint)))
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
