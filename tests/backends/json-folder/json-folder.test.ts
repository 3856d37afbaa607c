import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { headlineOf, openIn, storyOf, tabOf, type, valueOf } from '../test-desk.ts'
import { deskIn, newFolder } from './folder-desk.ts'
import { JsonFiles } from './json-files.ts'

describe('a folder of JSON files', () => {
  let folder: string
  beforeEach(async () => {
    folder = await newFolder()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('holds a story for the next process', async () => {
    const before = deskIn(folder)
    const tab = await tabOf(before)
    const id = await storyOf(tab)
    const { doc, connection } = await openIn(tab, id)
    type(doc, ', told twice')
    await connection.flush()
    await before.close()
    const after = deskIn(folder)
    const opened = await openIn(await tabOf(after), id)
    expect(headlineOf(opened.doc)).toBe('A story, told twice')
    await after.close()
  })

  test('finishes what a process that died had begun to write', async () => {
    const files = new JsonFiles(folder)
    await files.write(new Map([['people/old.json', { id: 'old' }]]))
    const journal = [
      ['people/rita.json', { id: 'rita', name: 'Rita', role: 'chief' }],
      ['people/old.json', null],
    ]
    await writeFile(join(folder, 'journal.json'), JSON.stringify(journal))
    const desk = deskIn(folder)
    expect(await desk.tab().people()).toEqual([{ id: 'rita', name: 'Rita', role: 'chief' }])
    expect(await readdir(folder)).not.toContain('journal.json')
    await desk.close()
  })

  test('forgets a journal that was never whole', async () => {
    await writeFile(join(folder, 'journal.json.new'), '[["people/rita.json",{"id":')
    const desk = deskIn(folder)
    expect(await desk.tab().people()).toEqual([])
    await desk.close()
  })

  test('refuses in words where the folder can’t be written, and stores nothing', async () => {
    const desk = deskIn(folder)
    const tab = await tabOf(desk)
    // A folder where the journal's file should go can't be written, whoever one is.
    await mkdir(join(folder, 'journal.json.new'))
    const saved = await tab.savePerson({ id: 'new', name: 'New', role: 'chief' })
    expect(saved).toMatchObject({ ok: false, reason: 'storage' })
    await rm(join(folder, 'journal.json.new'), { recursive: true })
    expect((await tab.people()).map(({ id }) => id)).toEqual(['rita'])
    valueOf(await tab.savePerson({ id: 'new', name: 'New', role: 'chief' }))
    await desk.close()
  })

  test('keeps bytes as bytes', async () => {
    const files = new JsonFiles(folder)
    const row = { key: 1, update: new Uint8Array([0, 1, 255]), bytes: new Uint8Array([7]).buffer }
    await files.write(new Map([['updates/1.json', row]]))
    expect(await files.read('updates/1.json')).toEqual(row)
    expect(await readFile(join(folder, dirname('updates/1.json'), '1.json'), 'utf8')).toContain('AAH/')
  })
})
