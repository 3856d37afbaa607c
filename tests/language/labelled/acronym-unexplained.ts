import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('acronym-unexplained')

/** Acronyms that nothing in the story explains. */
export const ACRONYM_UNEXPLAINED = [
  flags('alone', ['QXDA'], { body: ['The QXDA will decide on Monday.', 'Nobody at the QXDA spoke.'] }),
  flags('in the possessive', ['BFTU'], { body: ['They read the BFTU’s report.'] }),
  flags('hyphened', ['RDLF'], { body: ['The RDLF-backed plan failed.'] }),
  leaves('behind its name', {
    body: ['The Quality and Data Authority (QDA) spoke.', 'The QDA will decide.'],
  }),
  leaves('before its name', {
    body: ['The BFTU (British Federation of Trade Unions) spoke. The BFTU left.'],
  }),
  leaves('by initials', { body: ['The Norland Farmers’ Union spoke.', 'The NFU will decide.'] }),
  leaves('in small letters', { body: ['They used light detection and ranging (LIDAR). LIDAR is quick.'] }),
  leaves('known ones', { body: ['The US, the EU and NATO met the BBC’s CEO at the UN.'] }),
  leaves('with what it is', {
    body: ['The militant group RDLF spoke.', 'Staff at CGIT, a software maker, left.'],
  }),
  leaves('people and places', { body: ['JD Vance met JK Rowling in Albany, NY, and NEW DELHI slept.'] }),
  leaves('codes', { body: ['An A320 and two F-16s flew over the M25 near B&Q.'] }),
  leaves('a line in capitals', {
    headline: 'QXDA TO DECIDE ON MONDAY',
    body: ['It will be RAINING IN SPAIN TODAY.'],
  }),
]
