/// The codes of everything that can be wrong with a blueprint's meaning.
///
/// A code is stable for ever: it is never used for anything else. Hundreds group them: 1 names that
/// lead nowhere, 2 expressions, 3 forms, 4 the way of a case, 5 standards, 6 letters, 7 registers,
/// 8 examples, 9 language, adaptations and translations.
package enum SemanticCode: String, Hashable, Sendable, CaseIterable {
    case deadQuestion = "S101"
    case deadTarget = "S102"
    case deadLetter = "S103"
    case deadNotice = "S104"
    case deadRegister = "S105"
    case deadField = "S106"
    case deadService = "S107"
    case deadPage = "S108"
    case ruleUnused = "S109"

    case formulaSyntax = "S201"
    case unknownName = "S202"
    case unknownFunction = "S203"
    case wrongType = "S204"
    case wrongArity = "S205"
    case unknownOption = "S206"
    case readTooEarly = "S207"
    case computedCycle = "S208"
    case neverFails = "S209"
    case mayBeAbsent = "S210"
    case tableShape = "S211"
    case tableOverlap = "S212"
    case tableGap = "S213"
    case tableRuleUnreachable = "S214"
    case sentenceBraces = "S215"

    case atIsNoVillage = "S301"
    case tooFewOptions = "S302"
    case boundsCrossed = "S303"
    case maxOutOfRange = "S304"
    case groupSize = "S305"
    case reservedName = "S306"
    case pageWithoutQuestions = "S307"
    case questionTooLong = "S308"
    case labelTooLong = "S309"
    case typeNeedsMore = "S310"

    case stepUnreachable = "S401"
    case stepWithoutActions = "S402"
    case noWayOut = "S403"
    case actionGoesNowhere = "S404"
    case askWithoutWaiting = "S405"
    case transitionWithoutNotice = "S406"
    case pathLongerThanStandard = "S407"
    case remindTooEarly = "S408"
    case timesWithoutAsk = "S409"
    case withdrawNever = "S410"
    case stepIsOutcome = "S411"
    case elsewhereWithoutAddress = "S412"
    case elsewhereWithForm = "S413"
    case secretAndAnonymous = "S414"
    case nothingHappens = "S415"
    case twoWays = "S416"
    case outcomeUnreachable = "S417"
    case legalShorterThanPromise = "S418"
    case choiceNotOffered = "S419"
    case feeNeverDue = "S420"
    case unpaidGoesNowhere = "S421"

    case componentMissing = "S501"
    case holeOpen = "S502"

    case numberWithoutRunning = "S601"
    case numberToken = "S602"
    case letterUnused = "S603"
    case letterWithoutSubject = "S604"
    case letterShowsNothing = "S605"
    case notPrintable = "S606"
    case mayBeBlank = "S607"
    case eachIsNoList = "S608"

    case fieldWrongType = "S701"
    case fieldMissing = "S702"
    case uniqueUnknown = "S703"
    case correctsNoKey = "S704"
    case needUnmet = "S705"

    case noExample = "S801"
    case exampleQuestion = "S802"
    case exampleOption = "S803"
    case exampleAct = "S804"
    case exampleTarget = "S805"
    case realLookingNIK = "S806"
    case realLookingPhone = "S807"

    case longSentence = "S901"
    case officeWord = "S902"
    case editClashes = "S903"
    case editMustStay = "S904"
    case fillsNothing = "S905"
    case translationStale = "S906"
    case translationOfNothing = "S907"
    case requirementMissing = "S908"
    case passiveChain = "S909"
    case doubledWord = "S910"
    case abbreviation = "S911"
    case shouting = "S912"
    case nameNotLocal = "S913"
    case moveOfNothing = "S914"
    case markOfNothing = "S915"
    case sourceUnclear = "S916"
    case importLeavesOut = "S917"
    case sourceUnfit = "S918"
    case notTypable = "S919"

    /// Whether it keeps a blueprint from being compiled.
    package var severity: Diagnostic.Severity {
        Self.warnings.contains(self) ? .warning : .error
    }

    /// Whether a warning becomes an error at `publish`.
    package var forbidsPublishing: Bool { self == .holeOpen || self == .noExample }

    private static let warnings: Set<SemanticCode> = [
        .ruleUnused, .tableGap, .tableRuleUnreachable, .pageWithoutQuestions, .questionTooLong,
        .labelTooLong, .withdrawNever, .secretAndAnonymous, .choiceNotOffered,
        .outcomeUnreachable, .feeNeverDue, .unpaidGoesNowhere,
        .legalShorterThanPromise, .holeOpen, .letterUnused, .letterShowsNothing, .mayBeBlank,
        .noExample, .longSentence, .officeWord, .fillsNothing, .translationStale,
        .translationOfNothing, .passiveChain, .doubledWord, .abbreviation, .shouting,
        .nameNotLocal, .markOfNothing,
    ]
}
