import { v7 } from 'uuid'
import * as Y from 'yjs'
import { createIndexedDbBackend } from '../../../src/backends/indexed-db.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'
import { sampleParagraphs } from '../sample-copy.ts'

// One story of `words` words with two versions: in the second, one word in `every` is another one. Answers with its id.
async function seedVersions(words: number, every: number): Promise<string> {
  const backend = createIndexedDbBackend({ now: () => new Date() })
  await backend.savePerson({ id: 'bench', name: 'Bench Person', role: 'reporter' })
  await backend.become('bench')
  const id = v7()
  const body = sampleParagraphs(words).map((text) => ({
    kind: 'paragraph' as const,
    level: 0,
    spans: plainSpans(text),
  }))
  const fields = { ...BLANK_FIELDS, slug: 'versions', language: 'en-GB' }
  const content = { ...BLANK_CONTENT, headline: plainSpans('Versions'), body, fields }
  expectOk(await backend.create({ id, content, source: null }))
  expectOk(await backend.act(id, { type: 'keep version', name: 'First' }))
  const doc = new Y.Doc()
  const opened = await backend.open(id, doc)
  if (!opened.ok || opened.kind !== 'open') throw new Error('The story does not open')
  doc.transact(() => changeWords(doc.getText('body'), every))
  await opened.connection.flush()
  expectOk(await backend.act(id, { type: 'keep version', name: 'Second' }))
  await opened.connection.close()
  await backend.close()
  return id
}

/** Puts another word for one in `every`, from the end, so that places stay. */
function changeWords(text: Y.Text, every: number): void {
  const spaces: number[] = []
  let place = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert !== 'string') {
      place += 1
      continue
    }
    for (const character of insert) {
      if (character === ' ') spaces.push(place)
      place += 1
    }
  }
  for (let index = spaces.length - 1 - every; index >= 0; index -= every) {
    const from = (spaces[index] ?? 0) + 1
    text.delete(from, (spaces[index + 1] ?? from) - from)
    text.insert(from, `other${index}`, {})
  }
}

function expectOk(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}

Object.assign(globalThis, { seedVersions })
