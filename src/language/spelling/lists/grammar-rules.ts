/**
 * Which of harper's rules run: those for what is wrong in any newsroom, and that were hardly ever wrong on clean agency copy.
 * Left out is what is a matter of style (which is for house rules), what other checks look for (a word twice, spaces, quotation
 * marks), and what is about other kinds of
 * texts than news. Each rule costs: some 4 ms in 10,000 words.
 */
export const GRAMMAR_RULES: ReadonlySet<string> = new Set(
  `
AccuseOf AdjectiveDoubleDegree AdvantageOf AfterAll AllIntentsAndPurposes AllOfASudden AllReady AllThough Alongside
AlzheimersDisease AnA AnAnother Anybody Anywhere ApartFrom AsEvidentBy AsFarBackAs AsFollows AsIfThough AsLongAs
AsOpposedTo AtFaceValue BanTogether BareInMind BatedBreath BeBiased BePrejudiced BeckAndCall BeenThere BoarderBorder
CaseInPoint CautionaryTale CeaseTo ChampAtTheBit ChangeTack CompoundSubjectI ComprisesOf ConfirmThat
CorrectNumberSuffix Countries CriteriaPhenomena DayAndAge DespiteItIs DespiteOf DidPast DoToDueTo DoesOrDose
DoubleModal DueDiligence EachAndEveryOne EachOthersPossessive ElsePossessive EludedTo EnMasse EnRoute EverSince
EveryTime Everybody Everywhere ExtendOrExtent FlauntForFlout FootTheBill ForALongTime FormativeYears FreeRein
GrindToAHalt HadOf HelpedPast HitTheNailOnTheHead Holidays HomeInOn InAnyWay InFavourOfDoing InHindsight InLieuOf
InRetaliationTo InTheSameVein Instead InsteadOf IsBeenAuxSequence IsKnownFor ItsContraction ItsPossessive JohnsHopkins
JustDeserts Koreas LetAlone LikeAsIf Likewise LookForwardTo LookingForwardTo MakeDoWith ManagerialReins MassExodus
Meanwhile ModalBeAdjective ModalOf Months MootPoint MoreBetter NationalCapitals NerveRacking NoLonger NobelPeacePrize
Nobody NorModalPronoun NotOnly Notwithstanding NounVerbConfusion Nowadays Nowhere NumberSuffixCapitalization
OceansAndSeas OfCourse OldWivesTale OnSecondThought OneAndTheSame OneFellSwoop OnesOwnAccord Overall Payed PeaceOfMind
PerSe PiqueInterest PlayAFactor PluralDecades PossessiveYour PrincipleToPrincipalRoleNoun PronounInflectionBe
PronounVerbAgreement QuiteQuiet RealTrouper Regardless RegimenRegiment RegularIrregulars RiseTheQuestion RiseTheRanks
SameAs ScapeGoat SentenceCapitalization SimplePastToPastParticiple SlipperySlope SneakPeekPreview Somebody Someone
Somewhere SoughtAfter StatuteOfLimitations StrikeChord SupposedTo ThatThis The TheAnother TheDifferenceBetween TheMy
TheWhetherWeather TheirToThere ThenThan There ThereIsAgreement ThereOwn ThereToTheir Therefore Theres TheyreConfusions
TheyreToTheir ThoughThought ThreatenVerb ThrowAway ToLoseTooLoose Towards TrialAndError Unless UseToUsedTo ViceVersa
WasAloud WasComprisedOf WellBeing WereWhere Whereas Whereupon WhetYourAppetite Widespread WillNonLemma WithOpenArms
Without Worldwide WorseOrWorst WreakHavoc WrongApostrophe
`
    .trim()
    .split(/\s+/u),
)
