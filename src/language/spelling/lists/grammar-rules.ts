/**
 * Which of harper's rules run: those for what is wrong in any newsroom, and that were hardly ever wrong on clean agency copy.
 * Left out is what is a matter of style (which is for house rules), what other checks look for (a word twice, spaces, quotation
 * marks), and what is about other kinds of texts than news.
 */
export const GRAMMAR_RULES: ReadonlySet<string> = new Set(
  `
AccuseOf AdNauseam AdjectiveDoubleDegree Ado AdvantageOf AfterAll AllIntentsAndPurposes AllOfASudden AllReady AllThough Alongside
AlzheimersDisease AmountsFor AnA AnAnother AndIn AnotherAn Anybody Anywhere ApartFrom AsEvidentBy AsFarBackAs AsFollows
AsIfThough AsLongAs AsOpposedTo AtFaceValue AtLeasToLeast AtLestToLeast BanTogether BareInMind BatedBreath BeBiased BePrejudiced
BeckAndCall BeenThere Beforehand BetterOffPhrase BoarderBorder Bought CanBeSeen CaseInPoint CautionaryTale CeaseTo
ChampAtTheBit ChangeTack ChockFull CloseTightKnit ColdModalTypo ComplainAsNoun CompoundSubjectI ComprisesOf Confident
ConfirmThat ConvenientStore Copyright CorrectNumberSuffix CriteriaPhenomena CuttingAgeEggcorn DampSquib DayAndAge DespiteItIs
DespiteOf DidPast Didnt DigestiveTract DoMistake DoToDueTo DoesOrDose DoubleModal DueDiligence EachAndEveryOne EachOthersPossessive
EggYolk ElsePossessive EludedTo EnMasse EnRoute EverEvery EverSince EveryTime Everybody Everywhere ExceptOf ExitedExcitedContext
ExtendOrExtent FetalPosition FirstAidKit FishNorFowl FlauntForFlout FoamAtTheMouth FootTheBill ForALongTime ForNoun
FormativeYears FreeRein FriendOfMe Furthermore GetRidOf GoSoFarAsTo GoToWar GoingTo GrindToAHalt GuineaBissau HadOf HalfAnHour Haphazard
HeDos HelpedPast Henceforth HitTheNailOnTheHead HolyWar HomeInOn However HumanBeings HumanLife IAmAgreement IDo InAnyWay
InCaseYouMissedIt InDueCourse InFavourOfDoing InHindsight InLieuOf InNeedOf InOfItself InRetaliationTo InTheSameVein InThe
InflectionPoint Insofar Instead InsteadOf IsBeenAuxSequence IsKnownFor ItCan ItsContraction ItsPossessive Itself IveGotTo JohnsHopkins
JustDeserts LastDitch LeadRiseTo LeavingInDroves LetAlone LetToDo LikeAsIf LikelyHood Likewise LookForwardTo LookingForwardTo
MakeDoWith MakeItSeem ManagerialReins MassExodus Meanwhile Misspell ModalOf ModalSeem Months MootPoint MoreBetter MoreThatLikely
Myself NailInCoffin NakedEye NationalCapitals NerveRacking NoLonger NobelPeacePrize Nobody Nonetheless NorModalPronoun
NotIn NotOnly NotTo Notwithstanding NowKnownAs Nowadays Nowhere NumberSuffixCapitalization OfCourse OldWivesTale OnSecondThought
OnTopOf OneAndTheSame OneFellSwoop OnesOwnAccord OughtToBe Overall PassersBy Payed PeaceOfMind PerSe PiqueInterest
PlayAFactor PluralDecades PluralWrongWordOfPhrase PortAuPrince PortoNovo PrayingMantis PrincipleToPrincipalRoleNoun PronounInflectionBe
PronounKnew PronounVerbAgreement QuiteQuiet RallyToReally RapidFire RealTrouper Regardless RegimenRegiment RegularIrregulars
RelayOnForRely Respond RiseTheQuestion RiseTheRanks SafeToSave SameAs ScantilyClad ScapeGoat SeamToSeem SimilarLike
SimplePastToPastParticiple SlipperySlope SneakPeekPreview Somebody Somehow Someone Somewhere SoughtAfter SpecialAttention SpinalChord
StatuteOfLimitations StrikeChord StrikeOfGenius StrikeOfLuck SupposedTo TakeControlOf ThatThis The TheAnother TheDifferenceBetween
TheHowWhy TheMy TheWhetherWeather TheirToThere ThenThan There ThereIsAgreement ThereOwn ThereToTheir Therefore Theres ThesesThese
TheyreConfusions TheyreToTheir ThieveNoun ThoughThought ThreatenVerb ThrowAway ToGreatLengths ToLoseTooLoose ToteTout Towards
TrialAndError TruthToTheFact Unless UnderneathOf UseToUsedTo ViceVersa WaistWaste WantBe WasAloud WasComprisedOf WellBeing WereWhere
WhetYourAppetite Whereas Whereupon WidelyAccepted Widespread WillContain WillNonLemma WinPrize WithOpenArms Without WithoutOut Worldwide
WorseOrWorst WouldNeverHave WreakHavoc WrongApostrophe WroteToRote WroughtIron YourPredicateAdjective
NounVerbConfusion ModalBeAdjective SentenceCapitalization Countries Koreas OceansAndSeas Holidays PossessiveYour
`
    .trim()
    .split(/\s+/u),
)
