/** One word in two spellings. 'ise': only the ending -ise or -ize tells them apart, which British papers may choose as they like. */
export type SpellingSide = 'British' | 'American' | '-ise' | '-ize'

/** British and American spellings of words that have one each; words that mean two things ("program", "practice") are left out. */
const PAIRS = `
colour:color colours:colors coloured:colored colourful:colorful colouring:coloring favour:favor favours:favors favoured:favored favourite:favorite favourites:favorites favourable:favorable
favouring:favoring favouritism:favoritism labour:labor labours:labors labourer:laborer labourers:laborers labouring:laboring neighbour:neighbor neighbours:neighbors neighbouring:neighboring
neighbourhood:neighborhood neighbourhoods:neighborhoods behaviour:behavior behaviours:behaviors behavioural:behavioral honour:honor honours:honors honoured:honored honouring:honoring
honourable:honorable dishonour:dishonor humour:humor rumour:rumor rumours:rumors rumoured:rumored harbour:harbor harbours:harbors harboured:harbored harbouring:harboring vapour:vapor
odour:odor odours:odors parlour:parlor saviour:savior saviours:saviors savour:savor flavour:flavor flavours:flavors flavoured:flavored endeavour:endeavor endeavours:endeavors
armour:armor armoured:armored rigour:rigor vigour:vigor valour:valor splendour:splendor tumour:tumor tumours:tumors clamour:clamor fervour:fervor candour:candor demeanour:demeanor rancour:rancor
centre:center centres:centers centred:centered centring:centering theatre:theater theatres:theaters metre:meter metres:meters kilometre:kilometer kilometres:kilometers centimetre:centimeter
centimetres:centimeters millimetre:millimeter millimetres:millimeters litre:liter litres:liters fibre:fiber fibres:fibers calibre:caliber sombre:somber spectre:specter lustre:luster sabre:saber
meagre:meager manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered manoeuvring:maneuvering
defence:defense defences:defenses offence:offense offences:offenses pretence:pretense licence:license
travelled:traveled travelling:traveling traveller:traveler travellers:travelers cancelled:canceled cancelling:canceling labelled:labeled labelling:labeling modelled:modeled modelling:modeling
fuelled:fueled fuelling:fueling signalled:signaled signalling:signaling levelled:leveled levelling:leveling totalled:totaled totalling:totaling marshalled:marshaled channelled:channeled
channelling:channeling counselled:counseled counselling:counseling counsellor:counselor counsellors:counselors quarrelled:quarreled rivalled:rivaled unrivalled:unrivaled shovelled:shoveled
dialled:dialed dialling:dialing tunnelled:tunneled tunnelling:tunneling funnelled:funneled pummelled:pummeled initialled:initialed equalled:equaled jewellery:jewelry woollen:woolen
marvellous:marvelous councillor:councilor councillors:councilors enrol:enroll enrolment:enrollment enrols:enrolls fulfil:fulfill fulfils:fulfills fulfilment:fulfillment instalment:installment
instalments:installments skilful:skillful skilfully:skillfully wilful:willful wilfully:willfully
paediatric:pediatric paediatrician:pediatrician anaesthetic:anesthetic anaemia:anemia haemorrhage:hemorrhage leukaemia:leukemia oestrogen:estrogen foetus:fetus orthopaedic:orthopedic
gynaecologist:gynecologist diarrhoea:diarrhea encyclopaedia:encyclopedia
grey:gray greys:grays greying:graying pyjamas:pajamas sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism mould:mold moulds:molds mouldy:moldy moult:molt smoulder:smolder
smouldering:smoldering plough:plow ploughed:plowed ploughing:plowing tyre:tire tyres:tires kerb:curb cheque:check cheques:checks aluminium:aluminum moustache:mustache axe:ax storey:story
storeys:stories draught:draft catalogue:catalog dialogue:dialog analogue:analog programme:program programmes:programs
cosy:cozy artefact:artifact artefacts:artifacts ageing:aging acknowledgement:acknowledgment judgement:judgment
analyse:analyze analysed:analyzed analyses:analyzes analysing:analyzing paralyse:paralyze paralysed:paralyzed paralysing:paralyzing catalyse:catalyze breathalyse:breathalyze
mum:mom mums:moms maths:math towards:toward afterwards:afterward
`

/** American forms that are right in British copy too, in another meaning, or British ones that America uses. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'license tire tires curb check checks ax story stories draft catalog dialog analog catalogue dialogue analogue axe program programs meter meters analyses aging ageing judgement judgment acknowledgement acknowledgment towards toward afterwards afterward counselor theatre enrols mum mom mums moms grey gray greys grays encyclopedia archeologist fetus saber sabre cosy'.split(
    ' ',
  ),
)

/** Verbs whose ending differs, without it: "organ-ise". */
const ISE =
  'organ real recogn critic apolog emphas prior special util author final general global ideal industrial legal local maxim minim mobil modern national normal optim privat rational reorgan revolution scrutin special stabil standard symbol sympath terror traumat urban victim visual vandal penal summar character computer capital central civil commercial cristall crystall custom decentral democrat demoral de-stabil destabil digit econom equal fertil formal fossil galvan harmon hospital hypothes immun jeopard liberal magnet marginal material memor monopol moral neutral ostrac patron pedestrian polar politic popular pulver radical regular sanit sensational steril subsid synchron theor tranquil trivial weapon antagon bapt familiar fantas fraterni'.split(
    ' ',
  )

type Spelling = { readonly side: SpellingSide; readonly other: string }

/** Spellings that give their side away, in small letters, each with what the other side writes. */
export const SPELLINGS: ReadonlyMap<string, Spelling> = new Map([
  ...PAIRS.trim()
    .split(/\s+/)
    .flatMap((pair): readonly (readonly [string, Spelling])[] => {
      const [british = '', american = ''] = pair.split(':')
      return [
        [british, { side: 'British', other: american }],
        [american, { side: 'American', other: british }],
      ]
    })
    .filter(([word]) => !AMBIGUOUS.has(word)),
  ...ISE.flatMap((stem) =>
    ['e', 'es', 'ed', 'ing', 'ation', 'ations', 'er', 'ers'].flatMap(
      (end): readonly (readonly [string, Spelling])[] => [
        [`${stem}is${end}`, { side: '-ise', other: `${stem}iz${end}` }],
        [`${stem}iz${end}`, { side: '-ize', other: `${stem}is${end}` }],
      ],
    ),
  ),
])
