import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortRegion, standsAlone } from '../../src/domain/dateline-places.ts'
import { datelineText } from '../../src/domain/dateline.ts'
import type { DatelineStyle } from '../../src/domain/newsroom-settings.ts'

const STYLES: readonly DatelineStyle[] = ['AP', 'Reuters', 'AFP', 'PA']

describe('a dateline in an agency’s style', () => {
  const date = '2025-09-03'
  it.each<{ style: DatelineStyle; place: string; date: string; source: string; text: string }>([
    { style: 'AP', place: 'Paris', date, source: 'AP', text: 'PARIS (AP) —' },
    { style: 'AP', place: 'Paris, France', date, source: 'AP', text: 'PARIS (AP) —' },
    { style: 'AP', place: 'Paris, Texas', date, source: 'AP', text: 'PARIS, Texas (AP) —' },
    { style: 'AP', place: 'Grosseto, Italy', date, source: 'AP', text: 'GROSSETO, Italy (AP) —' },
    { style: 'AP', place: 'Fresno, California', date, source: 'AP', text: 'FRESNO, Calif. (AP) —' },
    { style: 'AP', place: 'Boston, Mass.', date, source: 'AP', text: 'BOSTON (AP) —' },
    { style: 'AP', place: 'Portland, Maine', date, source: 'AP', text: 'PORTLAND, Maine (AP) —' },
    { style: 'AP', place: 'McAllen, Texas', date, source: 'AP', text: 'McALLEN, Texas (AP) —' },
    { style: 'AP', place: 'Tbilisi, Georgia', date, source: 'AP', text: 'TBILISI, Georgia (AP) —' },
    { style: 'AP', place: 'Paris', date: '', source: '', text: 'PARIS —' },
    { style: 'AP', place: '', date, source: 'AP', text: '(AP) —' },
    { style: 'AP', place: '', date, source: '', text: '' },
    { style: 'Reuters', place: 'Paris', date, source: 'Reuters', text: 'PARIS, Sept 3 (Reuters) -' },
    {
      style: 'Reuters',
      place: 'London/Paris',
      date: '',
      source: 'Reuters',
      text: 'LONDON/PARIS (Reuters) -',
    },
    { style: 'Reuters', place: '', date: '2025-03-09', source: 'Reuters', text: 'March 9 (Reuters) -' },
    { style: 'AFP', place: 'Paris', date, source: 'AFP', text: 'Paris, Sept 3, 2025 (AFP) -' },
    { style: 'AFP', place: 'RIO DE JANEIRO', date: '', source: 'AFP', text: 'Rio de Janeiro (AFP) -' },
    {
      style: 'AFP',
      place: 'THE HAGUE, Netherlands',
      date: '',
      source: 'AFP',
      text: 'The Hague, Netherlands (AFP) -',
    },
    { style: 'PA', place: 'London', date, source: 'PA', text: 'London, 3 September (PA) –' },
    { style: 'PA', place: 'London', date: 'no date', source: 'PA', text: 'London (PA) –' },
  ])('$style: $text', ({ style, place, date, source, text }) => {
    expect(datelineText({ place, date, source }, style)).toBe(text)
  })

  it('leaves state names as they are written where a newsroom wants that', () => {
    expect(datelineText({ place: 'Fresno, California', date: '', source: 'AP' }, 'AP', 'as written')).toBe(
      'FRESNO, California (AP) —',
    )
  })

  it('never throws, and never shows a dash without anything before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STYLES),
        fc.string(),
        fc.string(),
        fc.string(),
        (style, place, date, source) => {
          expect(datelineText({ place, date, source }, style)).not.toMatch(/^\s*[-–—]$/)
        },
      ),
    )
  })
})

describe('cities and regions', () => {
  it.each([
    ['Paris', 'France', true],
    ['paris', 'FRANCE', true],
    ['Paris', 'Texas', false],
    ['Washington', 'D.C.', true],
    ['Springfield', 'Illinois', false],
  ])('%s, %s stands alone: %s', (city, region, alone) => {
    expect(standsAlone(city, region)).toBe(alone)
  })

  it.each([
    ['Alaska', 'Alaska'],
    ['Hawaii', 'Hawaii'],
    ['Texas', 'Texas'],
    ['Arkansas', 'Ark.'],
    ['Ukraine', 'Ukraine'],
  ])('%s in a dateline is %s', (region, short) => {
    expect(shortRegion(region)).toBe(short)
  })
})
