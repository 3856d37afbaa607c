/**
 * Words that news copy is full of. What is nearly one of these, and no word itself, was most likely meant to be it: they come
 * first among fixes, and at a sentence's start they tell a misspelling from a name. In British and American spelling.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
about above abroad abuse accept access accident accommodation according account accused achieve across action active
activist activists activity actor actress actually added additional address administration admitted adopted adults
advance advanced advantage adviser affair affairs affected after afternoon again against agency agenda agent aggressive
ago agreed agreement ahead airline airport alcohol alleged allegedly allegations alliance allies allow allowed almost
alone along already although always amateur ambassador amid among amount analysis analyst analysts ancient announce
announced announcement annual another answer anyone anything apartment apparent apparently appeal appear appearance
appeared appointed appointment approach approval approved approximately architect area areas argued argument arms army
around arrest arrested arrival arrived article artist asked assassination assault assembly assessment assets assist
assistance assistant associated association asylum athlete atmosphere attached attack attacked attacks attempt attempted
attempts attend attended attention attorney audience author authorities authority autumn available average award aware
background balance ballot banks banned barriers based battle became because become becoming before began begin beginning
behalf behaviour behavior behind being belief believe believed believes below benefit benefits besides best better
between beyond billion birthday black blamed blocked board bodies bomb border borders both bought branch bring British
broadcast broadcaster broke broken brother brought budget build building buildings built bureau bureaucracy business
businesses businessman calendar called campaign campaigners campaigns cancer candidate candidates cannot capacity capital
captain care career careful carried carry cases casualties caught cause caused ceasefire celebrated cemetery central
centre center century certain certainly chairman challenge challenges champion championship chance change changed changes
character charge charged charges charity check chief child children choice choose chose church circumstances cities
citizen citizens city civil civilian civilians claim claimed claims clear clearly climate close closed coach coalition
coast colleague colleagues collapse collapsed collected college column combat come comes coming command commander comment
comments commerce commercial commission commissioner commit commitment committed committee common communication
communications community communities companies company compared comparison competition competitive complaint complaints
complete completed completely comprehensive concern concerned concerns concert conclusion condemned condition conditions
conduct conducted conference confidence confident confirm confirmed conflict congress connection conscience consensus
consider consideration considered consistent constituency constitution constitutional construction consultation consumer
consumers contact contain contained continue continued continues contract contracts contribute contribution control
controversial controversy convicted conviction convinced cooperation corporate correct correspondent corruption cost
costs could council counter countries country county couple courage course court courts cover coverage created creation
credit crew crime crimes criminal criminals crisis critical criticised criticism criticized critics crowd crucial cultural
culture currency current currently customer customers damage damaged damages danger dangerous daughter deadline deadly
dealer deals death deaths debate debt decade decades deceive December decide decided decision decisions declared decline
declined deep defeat defeated defence defense defend defendant defended deficit definitely degree delay delayed delegation
deliver delivered demand demanded demands democracy democratic demonstrate demonstration demonstrators denied department
deployed deployment deputy described description desert deserve design designed desk desperate despite destroyed
destruction detail detailed details detained detention determine determined develop developed developing development
device died difference different difficult difficulties digital diplomat diplomatic diplomats direct direction directly
director disappear disappeared disappointed disaster discovered discovery discuss discussed discussion discussions disease
dismissed dispute disputed district divided division doctor doctors document documents dollar dollars domestic dominated
donations doubt dozen dozens draft dramatic dropped drugs during duties duty earlier early earn earth earthquake easily
east eastern economic economics economies economist economy edition editor education effect effective effectively effects
effort efforts eight eighth either elected election elections electoral electricity elements eligible else elsewhere
embarrassed embarrassment embassy emerged emergency emissions emotional emphasis empire employed employee employees
employer employment enemy energy enforcement engine engineer engineering enormous enough ensure entered enterprise
entertainment entire entirely entrance environment environmental equal equally equipment equipped escape escaped
especially essential establish established establishment estate estimated ethnic even evening event events eventually
every everyone everything evidence exact exactly examination examine example exceed excellent except exchange excited
exclusive executive exercise exist existed existence existing expand expansion expect expectations expected expects
expensive experience experienced experiment expert experts explain explained explanation explosion explosions explosives
export exports exposed express expressed expression extend extended extension extensive extent external extra
extradition extraordinary extreme extremely extremists facilities facility facing factor factors factory failed failure
fairly faith familiar families family famous farmers fashion father favour favourite favorite fear fears feature federal
feeling fellow female festival fewer field fierce fifteen fifth fifty fight fighter fighters fighting figure figures
filed final finally finance finances financial find fine finished fire firefighters firms first fiscal five flight flights
flood flooding floods focus follow followed following food football force forced forces forecast foreign foreigners forest
forget formal formally formed former forty forward fought found foundation founder fourth freedom frequently friend
friendly friends from front fuel fulfil function fund funding funds funeral further future gained game games gathered
general generally generation global goal goods government governments governor grammar grateful great greater greatest
ground group groups grow growing growth guarantee guarantees guard guards guess guest guidance guilty guns half halt hand
handed happen happened happy harassment hard harder having head headquarters health healthcare hearing heart heavily heavy
height held help helped herself high higher highest highly highway himself historic historical history hold holiday home
homes hope hoped hopes hospital hospitals hostages hotel hour hours house household households houses housing however
huge human humanitarian humorous hundred hundreds hurricane hurt husband idea ideas identified identity illegal illegally
image images immediate immediately immigrants immigration impact implement implementation importance important impossible
improve improved improvement incident incidentally incidents include included includes including income increase
increased increases increasing increasingly independence independent index indicate indicated individual individuals
industrial industries industry infection inflation influence information infrastructure initial initially initiative
injured injuries injury inquiry inside insisted inspector instance instead institute institution institutions insurance
intelligence intended intense intention interest interested interests interference interim interior internal
international internet interpretation interrupt interview interviewed into introduced introduction invasion invest
investigate investigated investigation investigations investigators investment investments investor investors invited
involved involvement island islands issue issued issues items itself jailed job jobs join joined joint journalist
journalists judge judgment judicial judiciary jury just justice keep kept killed killing kilometres kilometers kind
knowledge known labour labor lack land language large largely larger largest last later latest launch launched lawmakers
lawsuit lawyer lawyers lead leader leaders leadership leading league learn learned least leave leaving left legal
legislation legislative legitimate length less level levels liberal liberty library licence license lieutenant life light
likely limit limited line list listed literature little live lived lives living loan loans local located location long
longer look looking lose losing loss losses lost lower luxury machine made magazine main mainly maintain maintained
maintenance major majority make makes making male manage managed management manager manufacturer manufacturing many march
margin marine mark market markets marriage married massive match material materials matter maximum maybe mayor meaning
meanwhile measure measures media medical medicine meet meeting meetings member members membership memorial memory mental
mentioned merger message metal method metres meters middle might migrants migration military militants militia million
millions mind mine minimum minister ministers ministry minor minority minute minutes missed missile missiles missing
mission mistake mistakes model modern moment monetary money monitor month monthly months moral more morning mortgage most
mostly mother motion mountain mountains move moved movement movie much multiple municipal murder murdered murderer museum
music musical must mutual name named narrow nation national nationals nations native natural nature navy near nearby
nearly necessarily necessary need needed needs negative negotiate negotiated negotiation negotiations negotiators
neighbour neighbours neighbouring neighbor neighbors neither network neutral never nevertheless news newspaper newspapers
next night nine nobody none normal normally north northern note noted nothing notice noticeable nuclear number numbers
numerous object objective obligation observers obtained obvious obviously occasion occasionally occasions occupation
occupied occur occurred occurrence offence offensive offer offered offering offers office officer officers offices
official officially officials often older once ones online only open opened opening operate operated operating operation
operations operator opinion opinions opponent opponents opportunities opportunity opposed opposite opposition option
options order ordered ordinary organisation organisations organization organizations organise organised organisers
organized original originally other others otherwise outcome outside over overall overnight overseas owned owner owners
package page paid panel paper parents park parliament parliamentary part participants participate participation particular
particularly parties partner partners partnership party passage passed passenger passengers passing past path patient
patients pattern peace peaceful peacefully people percent percentage perform performance perhaps period permanent
permission permit permitted person personal personally personnel phone photograph photographs physical piece pilot place
placed places plan plane planned planning plans plant plants play played player players playing pleaded please pledge
pledged point points police policies policy political politically politician politicians politics poll pollution polls
poor popular popularity population portion position positions positive possess possession possibility possible possibly
post potential potentially poverty power powerful powers practical practice preceding precisely prefer preferred
preparation prepare prepared presence present presented presidency president presidential press pressure prevent
prevented previous previously price prices primary prime prince principal principle principles prior priority prison
prisoner prisoners private privately privilege prize probably problem problems procedure procedures proceed proceedings
process produce produced producer product production products profession professional professor profit profits program
programme programmes programs progress project projects prominent promise promised promote promoted promotion proof
property proportion proposal proposals propose proposed prosecution prosecutor prosecutors protect protected protection
protest protested protesters protests proved provide provided provider provides province provision public publication
publicly publish published publisher punishment purchase purpose pursue qualified quality quarter question questioned
questions quickly quite quoted racial radical radio raid raids railway raise raised raising range rapid rapidly rate rates
rather rating reach reached reaction read ready real really reason reasonable reasons rebel rebels receive received recent
recently recession recognise recognised recognition recognize recommend recommendation recommendations recommended record
recorded recover recovered recovery reduce reduced reduction refer reference referendum referred reflect reform reforms
refuge refugee refugees refused refuse regard regarding regardless regime region regional regions register registered
regular regularly regulation regulations regulator regulators reject rejected related relations relationship relative
relatively relatives release released relevant relief religion religious remain remained remaining remains remarks
remember remembrance remote remove removed repair repeat repeated repeatedly repetition replace replaced replacement reply report
reported reportedly reporter reporters reports represent representative representatives represented republic republican
reputation request requests require required requirement requirements requires rescue rescued research researcher
researchers reserve residence resident residential residents resign resignation resigned resistance resolution resolve
resolved resort resource resources respect response responsibility responsible rest restaurant restore restored
restrictions result resulted results retail retailer retire retired retirement return returned revealed revenue revenues
review revolution rich rights rise rising risk risks river road roads rocket rockets role round route ruled rules ruling
running rural safe safely safety said salary sale sales same sanctions satellite saying says scale scandal scene schedule
scheduled scheme school schools science scientific scientist scientists score scored search season seat seats second
secret secretary section sector secure security seek seeking seemed seen seize seized select selected senate senator
senators senior sense sensitive sent sentence sentenced separate separately sergeant series serious seriously servant
serve served service services serving session settlement seven seventh several severe severely shape share shared
shareholders shares sharp sharply shelter shooting short shortage shortly should show showed shown shows side sight sign
signal signed significant significantly similar simple simply since sincerely single sister site sites situation situations
sixth size slightly slowly small smaller social society soldier soldiers solution some someone something sometimes soon
source sources south southern sovereign sovereignty space speak speaker speaking special specialist species specific
specifically speech speed spend spending spent spokesman spokesperson spokeswoman sport sports spread spring stability
stable staff stage stand standard standards standing started starting state stated statement statements states station
statistics status stay stayed steady step steps still stock stocks stolen stood stop stopped storage store stores storm
story strategic strategy street strength strengthen strike strikes strong stronger strongly structure struggle struggled
student students studied studies study subject subsequently substantial succeed success successful successfully successor
such suddenly suffer suffered suffering suggest suggested suggests suicide suit summer summit support supported supporter
supporters supports suppose supreme sure surface surgery surprise surprised surprising surrounding surveillance survey
survived survivor survivors suspect suspected suspects suspended suspension suspicion suspicious system systems tactics
take taken takes taking talk talks target targeted targets task taught taxes teacher teachers team teams technical
technique technology telephone television temperature temperatures temporarily temporary tendency tension tensions term
terms territory terror terrorism terrorist terrorists test testified testimony testing tests than that their them
themselves there therefore these they thing things think third this those though thought thousand thousands threat
threaten threatened threatening threats three threshold through throughout thus ticket time times title today together
tomorrow tonight tongue took total touch tough tour tourism tourist tourists toward towards tower town trade trading
tradition traditional traffic tragedy tragic trained training transfer transferred transition transport travel travelled
traveled treasury treat treated treatment treaty trial tribunal tried troops trouble truck truly trust truth turn turned
twelfth twelve twenty twice type typical unanimous unanimously unable uncertainty under understand understanding
undertaken unemployment unforeseen unfortunately uniform union unions unique unit united unity universal university
unknown unless unlikely until unusual upon urban urged urgent used useful users using usual usually vacuum valuable value
variety various vehicle vehicles verdict version very veteran veterans veterinary victim victims victory video view views
village villages violated violation violations violence violent virtually virus visible visit visited visitors visual
vital voice volume volunteer volunteers vote voted voter voters voting vulnerable wages wait waited wanted warned warning
warnings watch water weak weapon weapons wear weather website wedding week weekend weekly weeks weight welcome welcomed
welfare well went were west western what whatever when where whereas whether which while white whole whose wide widely
widespread wife will willing window winner winning winter wire wish with withdraw withdrawal withdrawn withhold within
without witness witnesses woman women wonder word words work worked worker workers workforce working works world worried
worse worst worth would wound wounded write writer writing written wrong wrote year years yesterday yield young younger
youth zone
accuse adequate agriculture ambulance anxious anniversary appalled arrange assure awkward bizarre boycott breach
brilliant catastrophe cautious ceremony coincidence competent complain conceal confession confidential confrontation
conservative conspiracy controversially cyclist decisive deliberate deliberately delicate dependent deteriorated dilemma
diplomacy disagree disappoint disastrous discipline discriminate discrimination distribute disturbance diverse drought
eliminate embarrass emigrate encourage endanger enthusiasm epidemic evacuate evacuated evacuation evaluate exaggerate
exaggerated excessive exhausted exhibition expel experimental exploit extinct fatal fiery flexible foreseen frightened
frustrated frustration furious genuine gradually harass hazard heroic hesitate hierarchy hijacked hostile hygiene hypocrisy
identical ideology ignorant imagine immense immune imprisoned incredible indefinitely indispensable inevitable inevitably
influential inherited innocent inoculate inspection instability instrument integrity interpreter intimidation irrelevant
irresistible jeopardy jewellery journalism journey keen kidnap kidnapped laboratory legendary liaison licensed likelihood
magistrate magistrates manoeuvre maneuver meantime mediation mediator migrant millennium minuscule misspell mobilise
moderate monarchy monument mourners mourning murderous mysterious neglected nuisance obstacle occurring omitted optimistic
outrage overwhelming pandemic parallel pavement pension perceived perjury permissible persecution perseverance
persistent persuade petrol philosophy pilgrim plagiarism playwright pneumonia poisonous possess postponed precaution
precious predecessor prejudice preliminary prescription prestigious prevalent privatisation proceeding prohibited
pronunciation propaganda prosecute prosecuted protester provisional psychological psychologist publicity questionnaire
rehearsal reconcile reconciliation refrigerator referring refusal rehabilitation reliable reluctant reluctantly
remarkable renewable repatriation reprieve resilient resignation retaliate retaliation rhythm rigorous sabotage sacrifice
sanctuary satisfied scarce sceptical skeptical scrutiny severely siege skilful soldier solemn spectacular speculation
squad strategic strenuous stubborn subsidiary subsidy succession superintendent supervise suppress surrender
surrendered susceptible sustainable sympathy synagogue symptoms technician temperament tentative thorough thoroughly
totalitarian tournament transferring tremendous triumph turbulence tyranny ultimate ultimately unacceptable unanimity
undoubtedly unemployed unequivocal unnecessary unprecedented vaccinate vaccination vaccine vaccines vandalism vengeance
vigilant villain volcano warrant wealthy wield worship worsened
`
    .trim()
    .split(/\s+/u),
)
