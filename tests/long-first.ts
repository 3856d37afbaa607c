import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, each many times what others of its size do. */
const LONG = [
  'fuzz/suggesting/suggesting-fuzz.test.ts',
  'backends/http-killed.test.ts',
  'backends/http.test.ts',
  'backends/json-folder/contract.test.ts',
  'server/backup/backup.test.ts',
  'server/storage/list-stories-sql.test.ts',
  'end-to-end/review-bad-luck.e2e.ts',
  'end-to-end/accessibility.e2e.ts',
  'end-to-end/newsroom-offline.e2e.ts',
  'end-to-end/newsroom.e2e.ts',
  'end-to-end/review-killed.e2e.ts',
]

/**
 * Begins with the files that take longest, so that the last of them isn't left to one processor while the others have nothing
 * to do: a first run knows no times, and goes by sizes.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}`))
      return found < 0 ? LONG.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
