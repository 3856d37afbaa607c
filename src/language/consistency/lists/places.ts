/** Countries, folded, with the adjective or people's name that goes with them: what a headline may say instead. */
const COUNTRIES = `
afghanistan:afghan albania:albanian algeria:algerian andorra:andorran angola:angolan argentina:argentine armenia:armenian australia:australian
austria:austrian azerbaijan:azerbaijani bahrain:bahraini bangladesh:bangladeshi barbados:barbadian belarus:belarusian belgium:belgian belize:belizean
benin:beninese bhutan:bhutanese bolivia:bolivian botswana:botswanan brazil:brazilian britain:british brunei:bruneian bulgaria:bulgarian burundi:burundian
cambodia:cambodian cameroon:cameroonian canada:canadian chad:chadian chile:chilean china:chinese colombia:colombian congo:congolese croatia:croatian
cuba:cuban cyprus:cypriot czechia:czech denmark:danish djibouti:djiboutian ecuador:ecuadorian egypt:egyptian england:english eritrea:eritrean
estonia:estonian ethiopia:ethiopian fiji:fijian finland:finnish france:french gabon:gabonese gambia:gambian georgia:georgian germany:german ghana:ghanaian
greece:greek greenland:greenlandic grenada:grenadian guatemala:guatemalan guinea:guinean guyana:guyanese haiti:haitian honduras:honduran hungary:hungarian
iceland:icelandic india:indian indonesia:indonesian iran:iranian iraq:iraqi ireland:irish israel:israeli italy:italian jamaica:jamaican japan:japanese
jordan:jordanian kazakhstan:kazakh kenya:kenyan kosovo:kosovan kuwait:kuwaiti kyrgyzstan:kyrgyz laos:laotian latvia:latvian lebanon:lebanese lesotho:basotho
liberia:liberian libya:libyan liechtenstein:liechtenstein lithuania:lithuanian luxembourg:luxembourgish madagascar:malagasy malawi:malawian malaysia:malaysian
maldives:maldivian mali:malian malta:maltese mauritania:mauritanian mauritius:mauritian mexico:mexican moldova:moldovan monaco:monegasque mongolia:mongolian
montenegro:montenegrin morocco:moroccan mozambique:mozambican myanmar:burmese namibia:namibian nepal:nepalese netherlands:dutch nicaragua:nicaraguan
niger:nigerien nigeria:nigerian norway:norwegian oman:omani pakistan:pakistani palestine:palestinian panama:panamanian paraguay:paraguayan peru:peruvian
philippines:filipino poland:polish portugal:portuguese qatar:qatari romania:romanian russia:russian rwanda:rwandan samoa:samoan scotland:scottish
senegal:senegalese serbia:serbian singapore:singaporean slovakia:slovak slovenia:slovenian somalia:somali spain:spanish sudan:sudanese suriname:surinamese
sweden:swedish switzerland:swiss syria:syrian taiwan:taiwanese tajikistan:tajik tanzania:tanzanian thailand:thai togo:togolese tonga:tongan tunisia:tunisian
turkey:turkish turkiye:turkish turkmenistan:turkmen uganda:ugandan ukraine:ukrainian uruguay:uruguayan uzbekistan:uzbek venezuela:venezuelan
vietnam:vietnamese wales:welsh yemen:yemeni zambia:zambian zimbabwe:zimbabwean europe:european africa:african asia:asian america:american
`

/** Towns, states and regions whose names may stand alone, folded; several words are parted by "_". */
const TOWNS = `
aberdeen abuja accra aleppo algiers amman amsterdam ankara antwerp athens atlanta auckland avignon baghdad bakhmut baku baltimore bangkok barcelona basel basra bath
beijing beirut belfast belgrade berlin bern birmingham bogota bologna bordeaux boston bratislava bremen brighton brisbane bristol brussels bucharest budapest cairo calais calgary cambridge
canberra caracas cardiff casablanca chennai chicago chisinau cincinnati cleveland cologne copenhagen cork coventry dakar dallas damascus delhi denver derby detroit dhaka dnipro doha donetsk dortmund
dover dresden dubai dublin dundee durban dusseldorf edinburgh exeter florence frankfurt gdansk geneva genoa glasgow gothenburg grenoble grozny hamburg hanoi hanover harare havana helsinki
hiroshima honolulu houston istanbul jakarta jeddah jerusalem johannesburg kabul kampala kandahar karachi kathmandu kharkiv khartoum kherson kigali kingston kinshasa kolkata krakow kyiv kiev kyoto
lagos lahore lausanne leeds leicester leipzig lille lima lisbon liverpool ljubljana london luanda lusaka lviv lyon madrid malaga manchester manila maputo mariupol marseille mecca medina melbourne miami
milan milwaukee minneapolis minsk mogadishu mombasa monrovia montevideo montreal moscow mosul mumbai munich nagasaki nairobi nantes naples newcastle nice norwich nottingham odesa odessa osaka
oslo ottawa oxford palermo paris perth philadelphia phoenix pittsburgh plymouth podgorica porto portsmouth prague pretoria quito rabat ramallah rangoon reims rennes reykjavik riga riyadh rome rotterdam
salisbury salzburg sarajevo seattle seoul seville shanghai sheffield skopje sofia southampton stockholm stoke strasbourg stuttgart sunderland swansea sydney taipei tallinn tashkent tbilisi tehran
thessaloniki tirana tokyo toronto toulouse tripoli tunis turin utrecht vancouver venice vienna vilnius warsaw washington wellington winnipeg wuhan yangon yerevan osaka bradford hull bolton blackpool bournemouth gloucester ipswich swindon inverness stirling galway limerick york zagreb zaporizhzhia zurich
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec alberta manitoba saskatchewan queensland tasmania
bavaria saxony catalonia andalusia sicily sardinia tuscany lombardy normandy brittany corsica provence flanders wallonia crimea donbas luhansk gaza kashmir punjab tibet xinjiang siberia chechnya
cornwall devon dorset somerset wiltshire hampshire sussex kent surrey essex norfolk suffolk yorkshire lancashire cumbria northumberland cheshire shropshire lincolnshire merseyside tyneside
westminster brooklyn manhattan queens hollywood wimbledon davos brexit balkans caucasus mediterranean atlantic pacific arctic antarctica scandinavia
hong_kong kuala_lumpur los_angeles las_vegas mexico_city new_delhi new_orleans new_york new_york_city oklahoma_city panama_city rio_de_janeiro salt_lake_city san_antonio san_diego san_francisco san_jose
sao_paulo st_louis st_petersburg tel_aviv the_hague buenos_aires cape_town santa_fe port-au-prince ho_chi_minh_city addis_ababa phnom_penh
new_zealand south_africa south_korea north_korea saudi_arabia sri_lanka costa_rica el_salvador united_states united_kingdom northern_ireland ivory_coast burkina_faso sierra_leone papua_new_guinea
new_jersey new_hampshire new_mexico north_carolina south_carolina north_dakota south_dakota west_virginia rhode_island british_columbia nova_scotia new_south_wales
korea koreas south_sudan north_macedonia czech_republic united_arab_emirates dominican_republic puerto_rico hague
`

const pairs = COUNTRIES.trim()
  .split(/\s+/)
  .map((pair): readonly [string, string] => {
    const [country = '', people = ''] = pair.split(':')
    return [country, people]
  })

/** Countries and continents, folded. */
export const COUNTRY_NAMES: ReadonlySet<string> = new Set(pairs.map(([country]) => country))

/** Adjectives of countries, folded ("french"). */
export const DEMONYMS: ReadonlySet<string> = new Set([
  ...pairs.map(([, people]) => people),
  ...(
    'americans scots scot briton britons frenchman frenchwoman englishman irishman welshman dutchman spaniard spaniards swede swedes dane danes finn finns pole poles turk turks ' +
    'serb serbs croat croats bosnian kurd kurdish kurds arab arabs arabian jewish muslim islamic christian catholic protestant hindu sikh buddhist anglican western eastern northern southern ' +
    'central north south east west parisian londoner latin hispanic asian baltic nordic soviet roman ottoman'
  ).split(' '),
])

/** Towns, states and regions, folded; blanks between words. */
export const TOWN_NAMES: ReadonlySet<string> = new Set(
  TOWNS.trim()
    .split(/\s+/)
    .map((town) => town.replaceAll('_', ' ')),
)

/** Is that a place that readers know? `name` is folded. */
export function isPlaceName(name: string): boolean {
  return COUNTRY_NAMES.has(name) || TOWN_NAMES.has(name)
}
