/**
 * Cities that stand alone in AP datelines, each with the states or countries that may be left away behind it: with any
 * other ("Paris, Texas") the city is another. The 30 of the United States and the usual international ones
 * (newsroom reference, 3.4; AP style).
 */
const ALONE: Readonly<Record<string, string>> = {
  Georgia: 'Atlanta',
  Maryland: 'Baltimore',
  Massachusetts: 'Boston',
  Illinois: 'Chicago',
  Ohio: 'Cincinnati|Cleveland',
  Texas: 'Dallas|Houston|San Antonio',
  Colorado: 'Denver',
  Michigan: 'Detroit',
  Hawaii: 'Honolulu',
  Indiana: 'Indianapolis',
  Nevada: 'Las Vegas',
  California: 'Los Angeles|San Diego|San Francisco',
  Florida: 'Miami',
  Wisconsin: 'Milwaukee',
  Minnesota: 'Minneapolis',
  Louisiana: 'New Orleans',
  'New York': 'New York',
  Oklahoma: 'Oklahoma City',
  Pennsylvania: 'Philadelphia|Pittsburgh',
  Arizona: 'Phoenix',
  Missouri: 'St. Louis',
  Utah: 'Salt Lake City',
  Washington: 'Seattle',
  'D.C.': 'Washington',
  Netherlands: 'Amsterdam',
  Iraq: 'Baghdad',
  Thailand: 'Bangkok',
  China: 'Beijing|Hong Kong|Macau|Shanghai',
  Lebanon: 'Beirut',
  Germany: 'Berlin|Munich',
  Belgium: 'Brussels',
  Egypt: 'Cairo',
  Djibouti: 'Djibouti',
  Ireland: 'Dublin',
  Switzerland: 'Geneva',
  Guatemala: 'Guatemala City',
  Cuba: 'Havana',
  Finland: 'Helsinki',
  Pakistan: 'Islamabad',
  Turkey: 'Istanbul',
  Israel: 'Jerusalem',
  Kuwait: 'Kuwait City',
  'United Kingdom': 'London',
  England: 'London',
  Luxembourg: 'Luxembourg',
  Spain: 'Madrid',
  Mexico: 'Mexico City',
  Monaco: 'Monaco',
  Canada: 'Montreal|Ottawa|Quebec City|Toronto',
  Russia: 'Moscow',
  India: 'New Delhi',
  Panama: 'Panama City',
  France: 'Paris',
  Italy: 'Rome|Milan',
  Brazil: 'Rio de Janeiro|Sao Paulo|São Paulo',
  'San Marino': 'San Marino',
  Singapore: 'Singapore',
  Sweden: 'Stockholm',
  Australia: 'Sydney',
  Japan: 'Tokyo',
  Austria: 'Vienna',
  'Vatican City': 'Vatican City',
}

const STATES: Readonly<Record<string, string>> = {
  Alabama: 'Ala.',
  Arizona: 'Ariz.',
  Arkansas: 'Ark.',
  California: 'Calif.',
  Colorado: 'Colo.',
  Connecticut: 'Conn.',
  Delaware: 'Del.',
  Florida: 'Fla.',
  Georgia: 'Ga.',
  Illinois: 'Ill.',
  Indiana: 'Ind.',
  Kansas: 'Kan.',
  Kentucky: 'Ky.',
  Louisiana: 'La.',
  Maryland: 'Md.',
  Massachusetts: 'Mass.',
  Michigan: 'Mich.',
  Minnesota: 'Minn.',
  Mississippi: 'Miss.',
  Missouri: 'Mo.',
  Montana: 'Mont.',
  Nebraska: 'Neb.',
  Nevada: 'Nev.',
  'New Hampshire': 'N.H.',
  'New Jersey': 'N.J.',
  'New Mexico': 'N.M.',
  'New York': 'N.Y.',
  'North Carolina': 'N.C.',
  'North Dakota': 'N.D.',
  Oklahoma: 'Okla.',
  Oregon: 'Ore.',
  Pennsylvania: 'Pa.',
  'Rhode Island': 'R.I.',
  'South Carolina': 'S.C.',
  'South Dakota': 'S.D.',
  Tennessee: 'Tenn.',
  Vermont: 'Vt.',
  Virginia: 'Va.',
  Washington: 'Wash.',
  'West Virginia': 'W.Va.',
  Wisconsin: 'Wis.',
  Wyoming: 'Wyo.',
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Whether a city stands alone in an AP dateline, so that `region` behind it goes; states also in their short form. */
export function standsAlone(city: string, region: string): boolean {
  return Object.entries(ALONE).some(
    ([owner, cities]) =>
      (same(owner, region) || same(STATES[owner] ?? owner, region)) &&
      cities.split('|').some((name) => same(name, city)),
  )
}

/** A state's short form in datelines ("Calif."); any other region, and the eight that are never shortened, as it is. */
export function shortRegion(region: string): string {
  // Georgia is also a country: only the city would tell, so it stays as it was written.
  const found = Object.entries(STATES).find(([state]) => same(state, region) && state !== 'Georgia')
  return found?.[1] ?? region
}
