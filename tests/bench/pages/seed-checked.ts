import { v7 } from 'uuid'
import { createIndexedDbBackend } from '../../../src/backends/indexed-db.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { checkedParagraphs } from '../checked-copy.ts'

// One story of `words` words of news, with what there is to be flagged in it. Answers with its id.
async function seedChecked(words: number, seed: number): Promise<string> {
  const backend = createIndexedDbBackend({ now: () => new Date() })
  await backend.savePerson({ id: 'bench', name: 'Bench Person', role: 'reporter' })
  await backend.become('bench')
  const id = v7()
  const body = checkedParagraphs(words, seed).map((text) => ({
    kind: 'paragraph' as const,
    level: 0,
    spans: plainSpans(text),
  }))
  const fields = { ...BLANK_FIELDS, slug: 'checked', language: 'en-GB' }
  const content = { ...BLANK_CONTENT, headline: plainSpans('Checked'), body, fields }
  const made = await backend.create({ id, content, source: null })
  if (!made.ok) throw new Error(made.message)
  await backend.close()
  return id
}

Object.assign(globalThis, { seedChecked })
