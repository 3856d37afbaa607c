import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesOf, writeFileOf } from '../../../src/server/backup/backup-file.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-lines-'))
  file = join(folder, 'lines')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

async function* many(count: number): AsyncGenerator<string> {
  for (let number = 0; number < count; number += 1) yield `${number} ${'x'.repeat(number % 97)}\n`
}

async function read(): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOf(file)) lines.push(line)
  return lines
}

test('lines come back as they were written, in a file that only its owner reads', async () => {
  await writeFileOf(many(5000), file)
  const lines = await read()
  expect(lines).toHaveLength(5000)
  expect(lines[4999]).toBe(`4999 ${'x'.repeat(4999 % 97)}`)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test.each([
  ['cut off', (whole: Buffer) => whole.subarray(0, whole.length >> 1)],
  ['something else', () => Buffer.from('no such thing')],
  ['empty', () => Buffer.from('')],
])('a file that is %s has fewer lines', async (_, change) => {
  await writeFileOf(many(5000), file)
  writeFileSync(file, change(readFileSync(file)))
  expect((await read()).length).toBeLessThan(5000)
})

test('a file that is not there is said to be so; whoever has read enough may stop', async () => {
  await expect(read()).rejects.toMatchObject({ code: 'ENOENT' })
  await writeFileOf(many(50_000), file)
  for await (const line of linesOf(file)) {
    expect(line).toBe('0 ')
    break
  }
})

test('nothing stays behind of lines that fail on the way', async () => {
  const failing = async function* (): AsyncGenerator<string> {
    yield 'first\n'
    throw new Error('on the way')
  }
  await expect(writeFileOf(failing(), file)).rejects.toThrow('on the way')
  expect(() => statSync(file)).toThrow('ENOENT')
  expect(() => statSync(`${file}.part`)).toThrow('ENOENT')
})

test('a file that is being written by somebody else is left alone', async () => {
  writeFileSync(`${file}.part`, 'somebody’s')
  await expect(writeFileOf(many(1), file)).rejects.toThrow('EEXIST')
  expect(readFileSync(`${file}.part`, 'utf8')).toBe('somebody’s')
})
