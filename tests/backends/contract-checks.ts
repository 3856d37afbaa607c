import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'
import type { Tabs } from './review-stage.ts'
import { castOf } from './review-stage.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import { contentOf, storyOf, until, valueOf } from './test-desk.ts'

export function checksContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tabs: Tabs
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
  })
  afterEach(() => desk.end())

  const checksOf = async (tab: Backend) => valueOf(await tab.checks())

  test('a desk begins with what holds for everybody, and everybody reads the same', async () => {
    for (const tab of Object.values(tabs)) expect(await checksOf(tab)).toEqual(CHECK_SETTINGS)
  })

  test('what a chief changes holds for everybody, and watchers are told', async () => {
    let told = 0
    tabs.reporter.watch(({ ids, checks }) => {
      if (checks && ids.length === 0) told += 1
    })
    expect(await checksOf(tabs.reporter)).toEqual(CHECK_SETTINGS)
    const expected = { ...CHECK_SETTINGS, dialect: 'American', starter: 'none', datelineStyle: 'AFP' }
    const set = { dialect: 'American', starter: 'none', datelineStyle: 'AFP' } as const
    expect(valueOf(await tabs.chief.changeChecks({ type: 'set', settings: set }))).toEqual(expected)
    await until(() => told > 0, true)
    expect(await checksOf(tabs.reporter)).toEqual(expected)
    const off = { type: 'switch checks', names: ['tk'], isOn: false } as const
    valueOf(await tabs.chief.changeChecks(off))
    expect(await checksOf(tabs.reporter)).toEqual({ ...expected, checksOff: ['tk'] })
  })

  test('rules keep their order, whatever is put among them', async () => {
    const rules = Array.from({ length: 200 }, (_, at) => ruleOf(`r${at}`))
    valueOf(await tabs.chief.changeChecks({ type: 'replace rules', rules }))
    expect((await checksOf(tabs.sub)).rules).toEqual(rules)
    const edited = ruleOf('r7', { replacement: 'seven “$1”\n\0é💧', tags: ['a', 'b'], isForced: true })
    const put = [ruleOf('new'), edited]
    const answer = valueOf(await tabs.chief.changeChecks({ type: 'put rules', rules: put }))
    const expected = [...rules.map((rule) => (rule.id === 'r7' ? edited : rule)), ruleOf('new')]
    expect(answer.rules).toEqual(expected)
    expect((await checksOf(tabs.sub)).rules).toEqual(expected)
    valueOf(await tabs.chief.changeChecks({ type: 'remove rules', ids: ['r0', 'new'] }))
    expect((await checksOf(tabs.sub)).rules).toEqual(expected.slice(1, -1))
  })

  test('sub-editors say what is always allowed and take it back, and change nothing else', async () => {
    const words = ['Stet', 'Zelenskyy']
    const allowed = [{ check: 'word-twice', rule: 'word-twice', words: 'had had' }]
    valueOf(await tabs.sub.changeChecks({ type: 'allow', words, allowed }))
    expect(await checksOf(tabs.chief)).toEqual({ ...CHECK_SETTINGS, deskWords: words, allowed })
    valueOf(await tabs.sub.changeChecks({ type: 'disallow', words: ['Stet'], allowed }))
    expect(await checksOf(tabs.chief)).toEqual({ ...CHECK_SETTINGS, deskWords: ['Zelenskyy'] })
    const refused = await tabs.sub.changeChecks({ type: 'set', settings: { dialect: 'Canadian' } })
    expect(refused).toMatchObject({ ok: false, reason: 'not allowed' })
    expect((await checksOf(tabs.chief)).dialect).toBe('British')
  })

  test('reporters read, and change nothing', async () => {
    const allow = { type: 'allow', words: ['x'], allowed: [] } as const
    expect(await tabs.reporter.changeChecks(allow)).toMatchObject({ ok: false, reason: 'not allowed' })
    const put = { type: 'put rules', rules: [ruleOf('x')] } as const
    expect(await tabs.reporter.changeChecks(put)).toMatchObject({ ok: false, reason: 'not allowed' })
    expect(await checksOf(tabs.reporter)).toEqual(CHECK_SETTINGS)
  })

  test('on a first visit nobody changes anything', async () => {
    const nobody = (await makeDesk()).tab()
    const allow = { type: 'allow', words: ['x'], allowed: [] } as const
    expect(await nobody.changeChecks(allow)).toMatchObject({ ok: false, reason: 'not allowed' })
    await nobody.close()
  })

  test('what is too much is refused in words, and nothing of it is kept', async () => {
    const rules = [ruleOf('fine'), ruleOf('long', { pattern: 'x'.repeat(4001) })]
    const refused = await tabs.chief.changeChecks({ type: 'put rules', rules })
    expect(refused).toMatchObject({ ok: false, reason: 'invalid' })
    expect(refused.ok ? '' : refused.message).toContain('“long” is too long')
    expect(await checksOf(tabs.chief)).toEqual(CHECK_SETTINGS)
  })

  test('several who change it at the same moment all get what they asked for', async () => {
    const words = Array.from({ length: 12 }, (_, at) => `w${at}`)
    await Promise.all(
      words.map(async (word, at) => {
        const tab = at % 2 === 0 ? tabs.chief : tabs.sub
        valueOf(await tab.changeChecks({ type: 'allow', words: [word], allowed: [] }))
      }),
    )
    expect((await checksOf(tabs.reporter)).deskWords.toSorted()).toEqual(words.toSorted())
  })

  test('what is damaged of it is left out, and all the rest holds', async () => {
    const rules = [ruleOf('a'), ruleOf('b')]
    valueOf(await tabs.chief.changeChecks({ type: 'put rules', rules }))
    valueOf(await tabs.chief.changeChecks({ type: 'set', settings: { dialect: 'American' } }))
    await desk.change('meta', 'checks', (row) => ({ ...row, starter: 7, deskWords: null, at: 'later' }))
    await desk.change('meta', 'house-rules/44', (row) => ({ ...row, rules: [7] }))
    expect(await checksOf(tabs.sub)).toEqual({ ...CHECK_SETTINGS, dialect: 'American', rules: [ruleOf('b')] })
  })

  test('a copy says what a story says, and there is none of a story that isn’t', async () => {
    const id = await storyOf(tabs.reporter, contentOf('Ferry sails', 'It sailed.'))
    expect(valueOf(await tabs.other.copy(id))).toMatchObject(contentOf('Ferry sails', 'It sailed.'))
    expect(valueOf(await tabs.other.copy('019f0000-0000-7000-8000-000000000000'))).toBeNull()
  })
}
