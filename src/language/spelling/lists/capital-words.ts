/**
 * Words that stand with a capital in the midst of a sentence without being anybody's name: offices, institutions, days,
 * months, and countries with their people. A word with a capital that is nearly one of them was meant to be it; one that is not
 * may be a name, and is left alone.
 */
export const CAPITAL_WORDS: ReadonlySet<string> = new Set(
  `
Government President Minister Ministers Ministry Parliament Congress Senate Senator Secretary Department Committee
Commission Commissioner Council Councillor Chancellor Ambassador Lieutenant Sergeant Colonel Inspector Superintendent
Assembly Authority Association Federation Republic Republican Republicans Democrat Democrats Democratic Conservative
Conservatives University College Hospital Airport Institute Foundation Organisation Organization Agency Foreign Affairs
Defence Defense Interior Justice Treasury Security National International European Federal Supreme Kingdom Christmas
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February August September October November December
Afghanistan Afghan Albania Albanian Algeria Algerian American Americans Argentina Argentine Armenia Armenian Australia
Australian Austria Austrian Azerbaijan Bahrain Bangladesh Belarus Belgium Belgian Bolivia Bosnia Botswana Brazil Brazilian
Britain British Bulgaria Bulgarian Cambodia Cameroon Canada Canadian Chinese Colombia Colombian Croatia Croatian Cyprus
Denmark Danish Ecuador Egyptian Eritrea Estonia Estonian Ethiopia Ethiopian Europe Finland Finnish France French Georgia
Georgian Germany German Germans Greece Guatemala Haitian Honduras Hungary Hungarian Iceland Indonesia Indonesian Iranian
Ireland Israel Israeli Israelis Italian Jamaica Japanese Jordan Kazakhstan Kenyan Korean Kosovo Kuwait Kyrgyzstan Latvia
Latvian Lebanon Lebanese Liberia Libyan Lithuania Lithuanian Luxembourg Macedonia Madagascar Malaysia Malaysian Maldives
Mauritania Mauritius Mexican Mexico Moldova Moldovan Mongolia Montenegro Morocco Moroccan Mozambique Myanmar Namibia
Netherlands Nicaragua Nigeria Nigerian Norway Norwegian Pakistan Pakistani Palestine Palestinian Palestinians Panama
Paraguay Philippines Poland Polish Portugal Portuguese Romania Romanian Russia Russian Russians Rwanda Saudi Scotland
Scottish Senegal Serbia Serbian Singapore Slovakia Slovenia Somalia Somali Spanish Sudanese Sweden Swedish Switzerland
Syrian Syrians Taiwan Tajikistan Tanzania Thailand Tunisia Tunisian Turkey Turkish Turkmenistan Uganda Ukraine Ukrainian
Ukrainians Uruguay Uzbekistan Venezuela Venezuelan Vietnam Vietnamese Yemeni Zambia Zimbabwe Mediterranean Atlantic
Pacific Caribbean Africa African London Washington Moscow Beijing Brussels Jerusalem Baghdad Damascus Catholic Christian
Christians Muslim Muslims Islamic Jewish Protestant
`
    .trim()
    .split(/\s+/u),
)
