import type { LineFlag } from '../../domain/checks/flag.ts'
import { UNREAD } from '../../domain/checks/checked-story.ts'
import type { Finding } from './harper.ts'

type Context = { readonly finding: Finding; readonly before: string; readonly after: string }

const lastWord = (text: string): string => /([\p{L}'’]+)\s*$/u.exec(text.slice(-40))?.[1] ?? ''
const firstWord = (text: string): string => /^\s*([\p{L}'’]+)/u.exec(text.slice(0, 40))?.[1] ?? ''

/** Rules of harper's that are right only where more holds than they look at. */
const ONLY_WHERE: Readonly<Record<string, (context: Context) => boolean>> = {
  // Sounds are not letters: "an hour", "a unanimous", "an MP", "a one-off" need an ear.
  AnA: ({ finding, after }) => {
    const next = firstWord(after)
    if (next.length < 3 || next === next.toUpperCase()) return false
    return finding.words.toLowerCase() === 'a'
      ? /^(?:[ai]|e(?!u|w)|o(?!n(?:e|ce)\b|u[ai]))/iu.test(next)
      : /^[bcdfgjklmnpqrstvwxz]/iu.test(next)
  },
  // "It’s important" is right, "of it’s members" is not.
  ItsPossessive: ({ before, after }) =>
    /^(?:of|in|on|at|by|for|from|with|to|into|over|under|about|against|during|after|before|since|through|lost|lose|its)$/iu.test(
      lastWord(before),
    ) || firstWord(after).toLowerCase() === 'own',
  PronounVerbAgreement: ({ finding, before }) =>
    finding.fixes.length > 0 && /^(?:he|she|it|they|we|you)$/iu.test(lastWord(before)),
  SentenceCapitalization: ({ before }) => /[.!?]["”’']?\s+$/u.test(before) && before.length > 20,
}

/** What harper's findings say of a line, as flags: without those that are wrong too often, or that are about what isn't read. */
export function judgeGrammar(signs: string, findings: readonly Finding[]): readonly LineFlag[] {
  return findings
    .filter((finding) => {
      if (finding.words.includes(UNREAD) || finding.words.trim() === '') return false
      const context = { finding, before: signs.slice(0, finding.from), after: signs.slice(finding.to) }
      return ONLY_WHERE[finding.rule]?.(context) ?? true
    })
    .map(({ rule, from, to, words, message, fixes }) => ({
      kind: 'spelling',
      check: 'grammar',
      rule,
      from,
      to,
      words,
      message: forPeople(message),
      weight: 'fault',
      fixes: [...new Set(fixes.filter((fix) => fix !== words))].slice(0, 5),
    }))
}

/** Harper's words without their Markdown. */
function forPeople(message: string): string {
  const plain = message
    .trim()
    .replace(/`([^`]*)`/gu, '“$1”')
    .replaceAll(/\*+/gu, '')
  return /[.!?]$/u.test(plain) ? plain : `${plain}.`
}
