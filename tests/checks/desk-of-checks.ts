import type { CheckReport, ReportedFlag } from '../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS, type CheckSettings, type Dialect } from '../../src/domain/checks/check-settings.ts'
import { checkedStory } from '../../src/domain/checks/checked-story.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { Checker } from '../../src/language/checker.ts'
import { checkStyle } from '../../src/language/house-style/check-style.ts'
import { compileRules, type CompiledRules } from '../../src/language/house-style/compile-rules.ts'
import { rulesOf } from '../../src/language/house-style/rules-of.ts'
import { wordsOf } from '../../src/language/house-style/words-of.ts'
import { knownWords } from '../../src/language/spelling/known-words.ts'
import { openHarper } from '../../src/language/spelling/harper.ts'
import { openSpeller } from '../../src/language/spelling/open-speller.ts'
import type { Speller } from '../../src/language/spelling/speller.ts'
import { readText } from '../language/spelling/body-line.ts'

/** All checks as a desk has them, in this process: what runs in workers there runs here. */
export class DeskOfChecks {
  readonly #spellers = new Map<Dialect, Promise<Speller>>()
  readonly #starters = new Map<CheckSettings['starter'], CompiledRules>()

  /** Everything that is flagged in a story, in reading order. Rejects where spelling can't be checked by harper. */
  async flagsOf(
    content: StoryContent,
    change: Partial<CheckSettings> = {},
  ): Promise<readonly ReportedFlag[]> {
    const settings = { ...settingsFor(content, change.dialect), ...change }
    const speller = await this.#speller(settings.dialect)
    if (speller.state() !== 'harper') throw new Error(`Spelling is checked by: ${speller.state()}`)
    const rules = this.#rules(settings)
    const known = knownWords(wordsOf(settings))
    const report = await new Promise<CheckReport>((resolve) => {
      const checker = new Checker(settings, {
        style: {
          check: (lines) => Promise.resolve(lines.map((line) => checkStyle(line, rules))),
          close: () => undefined,
        },
        spelling: { check: (lines) => speller.check(lines, known), close: () => undefined },
        states: () => ({ speller: speller.state(), stopped: [], broken: 'nothing' }),
        report: (said) => {
          if (said.isComplete) resolve(said)
        },
        clock: () => performance.now(),
      })
      checker.look(checkedStory(content), [])
    })
    return report.flags
  }

  async close(): Promise<void> {
    for (const speller of this.#spellers.values()) (await speller).close()
  }

  #speller(dialect: Dialect): Promise<Speller> {
    const open = this.#spellers.get(dialect) ?? openSpeller(dialect, { readText, openHarper })
    this.#spellers.set(dialect, open)
    return open
  }

  /** A desk with rules of its own has them read for it; a starter set is read once. */
  #rules(settings: CheckSettings): CompiledRules {
    if (settings.rules.length > 0 || settings.rulesOff.length > 0) return compileRules(rulesOf(settings))
    const rules = this.#starters.get(settings.starter) ?? compileRules(rulesOf(settings))
    this.#starters.set(settings.starter, rules)
    return rules
  }
}

/** What a desk sets that writes like this story: American for one in American English, else British. */
function settingsFor({ fields }: StoryContent, dialect?: Dialect): CheckSettings {
  const isAmerican = dialect === 'American' || (dialect === undefined && fields.language === 'en-US')
  return isAmerican ? { ...CHECK_SETTINGS, dialect: 'American', starter: 'American' } : CHECK_SETTINGS
}
