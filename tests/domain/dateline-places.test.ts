import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortRegion, standsAlone } from '../../src/domain/dateline-places.ts'
import { datelineText } from '../../src/domain/dateline.ts'

describe('a city with its region', () => {
  const cities: readonly [string, string, boolean][] = [
    // The city, the same city in other words, and its namesakes.
    ['London', 'England', true],
    ['London', 'United Kingdom', true],
    ['London', 'Ontario', false],
    ['London', 'Ky.', false],
    ['Washington', 'D.C.', true],
    ['Washington', 'Pa.', false],
    ['Rome', 'Italy', true],
    ['Rome', 'Ga.', false],
    ['Moscow', 'Russia', true],
    ['Moscow', 'Idaho', false],
    ['Cairo', 'Egypt', true],
    ['Cairo', 'Ill.', false],
    ['Dublin', 'Ireland', true],
    ['Dublin', 'Ohio', false],
    ['Vienna', 'Va.', false],
    ['Phoenix', 'Ariz.', true],
    ['Phoenix', 'Arizona', true],
    ['Boston', 'MASS.', true],
    ['Boston', 'England', false],
    ['Houston', 'Texas', true],
    ['San Antonio', 'Texas', true],
    ['Austin', 'Texas', false],
    ['New York', 'N.Y.', true],
    ['New York', 'New York', true],
    ['Buffalo', 'N.Y.', false],
    ['Sao Paulo', 'Brazil', true],
    ['São Paulo', 'Brazil', true],
    ['Hong Kong', 'China', true],
    ['Singapore', 'Singapore', true],
    // Parts of rows in the table are no cities of their own.
    ['San', 'California', false],
    ['Dallas|Houston', 'Texas', false],
    ['', '', false],
    ['', 'Texas', false],
    ['Paris', '', false],
    ['constructor', 'Object', false],
  ]
  test.each(cities)('%s, %s stands alone: %s', (city, region, alone) => {
    expect(standsAlone(city, region)).toBe(alone)
    expect(standsAlone(city.toUpperCase(), region.toUpperCase())).toBe(alone)
  })
})

describe('a region in a dateline', () => {
  const regions: readonly [string, string][] = [
    ['California', 'Calif.'],
    ['california', 'Calif.'],
    ['New York', 'N.Y.'],
    ['West Virginia', 'W.Va.'],
    ['Virginia', 'Va.'],
    ['Georgia', 'Georgia'],
    ['GEORGIA', 'GEORGIA'],
    ['Calif.', 'Calif.'],
    ['CA', 'CA'],
    ['New South Wales', 'New South Wales'],
    ['Île-de-France', 'Île-de-France'],
    ['__proto__', '__proto__'],
    ['', ''],
  ]
  test.each(regions)('%o is shown as %o', (region, short) => expect(shortRegion(region)).toBe(short))

  // The newsroom reference, 3.4: two states off the mainland, and those of five letters or fewer.
  const whole = ['Alaska', 'Hawaii', 'Idaho', 'Iowa', 'Maine', 'Ohio', 'Texas', 'Utah']
  test.each(whole)('%s is never shortened', (state) => expect(shortRegion(state)).toBe(state))

  test('shortening what is short already changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('Oregon', 'Kansas', 'Georgia', 'Texas', 'Arkansas')),
        (region) => {
          expect(shortRegion(shortRegion(region))).toBe(shortRegion(region))
        },
      ),
    )
  })
})

test('whether a state comes long or short, the dateline is the same', () => {
  const places: readonly [string, string, string][] = [
    ['Detroit', 'Michigan', 'Mich.'],
    ['Lansing', 'Michigan', 'Mich.'],
    ['Springfield', 'Illinois', 'Ill.'],
    ['Charleston', 'West Virginia', 'W.Va.'],
  ]
  for (const [city, long, short] of places) {
    const lineOf = (region: string): string =>
      datelineText({ place: `${city}, ${region}`, date: '', source: 'AP' }, 'AP')
    expect(lineOf(long)).toBe(lineOf(short))
  }
})
