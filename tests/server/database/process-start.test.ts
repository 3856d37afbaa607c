import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pid } from 'node:process'
import { expect, test } from 'vitest'
import { isSameProcess, startOf } from '../../../src/server/database/process-start.ts'

test('a process keeps its start, and another one has another', async () => {
  const own = startOf(pid)
  expect(own).not.toBeNull()
  expect(startOf(pid)).toBe(own)
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 100000)'])
  const number = child.pid ?? 0
  expect(startOf(number)).not.toBeNull()
  expect(startOf(number)).not.toBe(own)
  expect(isSameProcess({ pid: number, started: startOf(number) })).toBe(true)
  expect(isSameProcess({ pid: number, started: own })).toBe(false)
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
  expect(isSameProcess({ pid: number, started: null })).toBe(false)
  expect(startOf(number)).toBeNull()
})

test('a process whose start is not known is taken for living', () => {
  expect(isSameProcess({ pid, started: null })).toBe(true)
})
