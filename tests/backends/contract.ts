import { describe } from 'vitest'
import { checksContract } from './contract-checks.ts'
import { damageContract } from './contract-damage.ts'
import { decideContract } from './contract-decide.ts'
import { lateContract } from './contract-late.ts'
import { listContract } from './contract-list.ts'
import { noticesContract } from './contract-notices.ts'
import { peopleContract } from './contract-people.ts'
import { reviewContract } from './contract-review.ts'
import { storyContract } from './contract-story.ts'
import { versionsContract } from './contract-versions.ts'
import { workflowContract } from './contract-workflow.ts'
import { writingContract } from './contract-writing.ts'
import type { Kind, MakeDesk } from './test-desk.ts'

/** What every backend of that kind promises; `makeDesk` answers with an empty desk. */
export function backendContract(name: string, makeDesk: MakeDesk, kind: Kind = 'browser'): void {
  describe(`${name} keeps the contract:`, () => {
    describe('stories', () => {
      storyContract(makeDesk)
    })
    describe('writing', () => {
      writingContract(makeDesk, kind)
    })
    describe('the list', () => {
      listContract(makeDesk, kind)
    })
    describe('the workflow', () => {
      workflowContract(makeDesk)
    })
    describe('review', () => {
      reviewContract(makeDesk)
    })
    describe('versions', () => {
      versionsContract(makeDesk, kind)
    })
    describe('decisions', () => {
      decideContract(makeDesk)
    })
    describe('notices', () => {
      noticesContract(makeDesk)
    })
    describe('late words', () => {
      lateContract(makeDesk, kind)
    })
    describe('people', () => {
      peopleContract(makeDesk, kind)
    })
    describe('the checks', () => {
      checksContract(makeDesk)
    })
    describe('what is damaged or newer', () => {
      damageContract(makeDesk, kind)
    })
  })
}
