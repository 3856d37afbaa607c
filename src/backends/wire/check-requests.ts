import * as z from 'zod/mini'
import { DIALECTS } from '../../domain/checks/check-settings.ts'
import type { ChecksChange } from '../../domain/checks/checks-change.ts'
import type { HouseRule } from '../../domain/checks/house-rule.ts'

// What browsers ask about the checks. How much of it there may be, the rules say, in words for people. Only the server loads
// this, and the library that checks it.

const dialect = z.enum(DIALECTS)
const starter = z.enum(['British', 'American', 'none'])
const datelineStyle = z.enum(['AP', 'Reuters', 'AFP', 'PA'])
const texts = z.array(z.string())

const ruleKeys = {
  id: z.string(),
  type: z.enum(['regex', 'dictionary', 'languageToolXML', 'languageToolCore']),
  pattern: z.string(),
  replacement: z.nullable(z.string()),
  category: z.string(),
  tags: texts,
  description: z.string(),
  notes: z.string(),
  isOff: z.boolean(),
  isForced: z.boolean(),
  isAdvisory: z.boolean(),
  inQuotations: z.boolean(),
}
const allowedKeys = { check: z.string(), rule: z.string(), words: z.string() }

const rules: z.ZodMiniType<readonly HouseRule[]> = z.array(z.strictObject(ruleKeys))

/** A change as it is asked for. Strict: a key that is not known is a mistake, and refused. */
export const checksChange: z.ZodMiniType<ChecksChange> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('set'),
    settings: z.strictObject({
      dialect: z.exactOptional(dialect),
      starter: z.exactOptional(starter),
      datelineStyle: z.exactOptional(datelineStyle),
    }),
  }),
  z.strictObject({ type: z.enum(['switch checks', 'switch rules']), names: texts, isOn: z.boolean() }),
  z.strictObject({ type: z.enum(['put rules', 'replace rules']), rules }),
  z.strictObject({ type: z.literal('remove rules'), ids: texts }),
  z.strictObject({
    type: z.enum(['allow', 'disallow']),
    words: texts,
    allowed: z.array(z.strictObject(allowedKeys)),
  }),
])
