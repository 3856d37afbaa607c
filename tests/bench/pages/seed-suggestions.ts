import { v7 } from 'uuid'
import * as Y from 'yjs'
import { createIndexedDbBackend } from '../../../src/backends/indexed-db.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { enterMode, Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { sampleParagraphs } from '../sample-copy.ts'

// One story of `words` words in whose body so many changes are suggested, spread evenly. Answers with its id.
async function seedSuggestions(words: number, suggestions: number): Promise<string> {
  const backend = createIndexedDbBackend({ now: () => new Date() })
  await backend.savePerson({ id: 'bench', name: 'Bench Person', role: 'reporter' })
  await backend.become('bench')
  const id = v7()
  const body = sampleParagraphs(words).map((text) => ({
    kind: 'paragraph' as const,
    level: 0,
    spans: plainSpans(text),
  }))
  const fields = { ...BLANK_FIELDS, slug: 'suggestions', language: 'en-GB' }
  const content = { ...BLANK_CONTENT, headline: plainSpans('Suggestions'), body, fields }
  const made = await backend.create({ id, content, source: null })
  if (!made.ok) throw new Error(made.message)
  const doc = new Y.Doc()
  const opened = await backend.open(id, doc)
  if (!opened.ok || opened.kind !== 'open') throw new Error('The story does not open')
  doc.transact(() => suggestWords(doc.getText('body'), suggestions))
  await opened.connection.flush()
  await opened.connection.close()
  await backend.close()
  return id
}

/** Somebody else's insertions and deletions of words, in turn, from the end, so that places stay. */
function suggestWords(text: Y.Text, count: number): void {
  const { doc } = text
  if (doc === null) return
  const ida = new Suggester(doc, { by: 'ida', now: () => new Date().toISOString(), newId: () => v7() })
  const spaces: number[] = []
  let place = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const characters = typeof insert === 'string' ? insert.split('') : ['']
    for (const character of characters) {
      if (character === ' ') spaces.push(place)
      place += 1
    }
  }
  const step = spaces.length / (count + 1)
  for (let number = count; number > 0; number--) {
    const from = spaces[Math.floor(number * step)] ?? 0
    const end = spaces[Math.floor(number * step) + 1] ?? from + 1
    const suggestion = ida.newSuggestion()
    if (number % 2 === 0) {
      ida.enter(suggestion)
      text.insert(from, ' added', {})
    } else ida.delete(text, from + 1, Math.max(1, end - from - 2), suggestion)
  }
  enterMode(doc, null)
}

Object.assign(globalThis, { seedSuggestions })
