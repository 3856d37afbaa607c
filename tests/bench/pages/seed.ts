import { v7 } from 'uuid'
import { createIndexedDbBackend } from '../../../src/backends/indexed-db.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { sampleParagraphs } from '../sample-copy.ts'

// Fills this browser's desk through the real backend: `stories` of `words` words each; answers with the ids.
async function seed(stories: number, words: number, headline: string): Promise<readonly string[]> {
  const backend = createIndexedDbBackend({ now: () => new Date() })
  await backend.savePerson({ id: 'bench', name: 'Bench Person', role: 'reporter' })
  await backend.become('bench')
  const ids: string[] = []
  for (let number = 0; number < stories; number++) {
    const id = v7()
    const made = await backend.create({
      id,
      content: {
        ...BLANK_CONTENT,
        headline: plainSpans(`${headline} ${number}`),
        body: sampleParagraphs(words, number + 1).map((text) => ({
          kind: 'paragraph',
          level: 0,
          spans: plainSpans(text),
        })),
        fields: { ...BLANK_FIELDS, slug: `bench-${number}`, language: 'en-GB' },
      },
      source: null,
    })
    if (!made.ok) throw new Error(made.message)
    ids.push(id)
  }
  await backend.close()
  return ids
}

Object.assign(globalThis, { seed })
