import type { LineCheck } from '../line-check.ts'
import { findDoubleSpaces } from './find-double-spaces.ts'
import { findTkPlaces } from './find-tk-places.ts'
import { findTwice } from './find-twice.ts'

/** The consistency checks that need to know of one line only. */
export const LINE_CHECKS: readonly LineCheck[] = [findTwice, findDoubleSpaces, findTkPlaces]
