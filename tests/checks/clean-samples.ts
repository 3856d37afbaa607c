import { AGENCY_COPY } from '../language/samples/agency-copy.ts'
import { CLEAN_COPY, type CleanCopy } from '../language/samples/clean-copy.ts'

/** All copy in which nothing is wrong. */
export const CLEAN_SAMPLES: readonly CleanCopy[] = [...CLEAN_COPY, ...AGENCY_COPY]
