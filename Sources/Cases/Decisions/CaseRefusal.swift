package import Stories

/// Why a case does not do what somebody wants.
package enum CaseRefusal: Refusal, Hashable {
    case alreadySubmitted
    case notSubmitted
    case answersMissing
    case receivedInFuture
    /// Recorded later than `days` after its receipt, or later than now allows.
    case receivedTooLongAgo(days: Int)
    case delayReasonMissing
    case feeUnknown
    /// The version of the service on which the case stays was not handed in, or is another one.
    case versionMissing
    case unitNotBound(String)
    case notYours
    case colleagueNotEntitled
    /// Somebody else has it; the page adds the name.
    case takenBy(Actor, since: Instant)
    case notTaken
    /// The case rests in another step than the page showed.
    case stepMovedOn(to: Code)
    case actionUnknown
    case actionNotOffered
    case timesUsedUp(Int)
    case reasonMissing
    case publicNoteMissing
    case internalNoteMissing
    case fileMissing
    case noteEmpty
    case waitingForCitizen
    case notWaiting
    case letterAwaitsSignature
    case letterUnknown
    case letterNotNumbered
    case letterAlreadySigned
    case letterVoided
    case registerMissing
    case registerLocked
    case numberCannotBeFormed
    case opinionNotPlanned
    case opinionAlreadyAsked
    case opinionNotAsked
    case tooLateToWithdraw
    case notReopenable
    case tooLateToReopen
    case notObjectable
    case tooLateToObject
    case alreadyObjected
    case noObjection
    case closed
    case erased
    case notErased
    case restricted
    case notRestricted
    case consentIsGone
    case notEnded
    case timerAlreadyRan
    case timerNotDue
    case nothingToRecount
    case otherVersion
    case followedSinceMove
    case snoozeNotLater
    case snoozeTooLong(days: Int)
    case linkedToItself
    case nothingToPay
    case alreadyPaid
    case payDayImpossible
    case feeNotPaid
    case notLinked
    case nothingRecordedPaid
}

extension CaseRefusal {
    package var status: Int { told.status }

    package var sentence: String { told.indonesian }

    package var sentenceInEnglish: String { told.english }

    private var told: ToldRefusal {
        switch self {
        case .alreadySubmitted: .alreadySubmitted
        case .notSubmitted: .notSubmitted
        case .answersMissing: .answersMissing
        case .receivedInFuture: .receivedInFuture
        case .receivedTooLongAgo(let days): .receivedTooLongAgo(days)
        case .delayReasonMissing: .delayReasonMissing
        case .feeUnknown: .feeUnknown
        case .versionMissing: .versionMissing
        case .unitNotBound(let name): .unitNotBound(name)
        case .notYours: .notYours
        case .colleagueNotEntitled: .colleagueNotEntitled
        case .takenBy: .takenBy
        case .notTaken: .notTaken
        case .stepMovedOn: .stepMovedOn
        case .actionUnknown: .actionUnknown
        case .actionNotOffered: .actionNotOffered
        case .timesUsedUp(let times): .timesUsedUp(times)
        case .reasonMissing: .reasonMissing
        case .publicNoteMissing: .publicNoteMissing
        case .internalNoteMissing: .internalNoteMissing
        case .fileMissing: .fileMissing
        case .noteEmpty: .noteEmpty
        case .waitingForCitizen: .waitingForCitizen
        case .notWaiting: .notWaiting
        case .letterAwaitsSignature: .letterAwaitsSignature
        case .letterUnknown: .letterUnknown
        case .letterNotNumbered: .letterNotNumbered
        case .letterAlreadySigned: .letterAlreadySigned
        case .letterVoided: .letterVoided
        case .registerMissing: .registerMissing
        case .registerLocked: .registerLocked
        case .numberCannotBeFormed: .numberCannotBeFormed
        case .opinionNotPlanned: .opinionNotPlanned
        case .opinionAlreadyAsked: .opinionAlreadyAsked
        case .opinionNotAsked: .opinionNotAsked
        case .tooLateToWithdraw: .tooLateToWithdraw
        case .notReopenable: .notReopenable
        case .tooLateToReopen: .tooLateToReopen
        case .notObjectable: .notObjectable
        case .tooLateToObject: .tooLateToObject
        case .alreadyObjected: .alreadyObjected
        case .noObjection: .noObjection
        case .closed: .closed
        case .erased: .erased
        case .notErased: .notErased
        case .restricted: .restricted
        case .notRestricted: .notRestricted
        case .consentIsGone: .consentIsGone
        case .notEnded: .notEnded
        case .timerAlreadyRan: .timerAlreadyRan
        case .timerNotDue: .timerNotDue
        case .nothingToRecount: .nothingToRecount
        case .otherVersion: .otherVersion
        case .followedSinceMove: .followedSinceMove
        case .snoozeNotLater: .snoozeNotLater
        case .snoozeTooLong(let days): .snoozeTooLong(days)
        case .linkedToItself: .linkedToItself
        case .nothingToPay: .nothingToPay
        case .alreadyPaid: .alreadyPaid
        case .payDayImpossible: .payDayImpossible
        case .feeNotPaid: .feeNotPaid
        case .notLinked: .notLinked
        case .nothingRecordedPaid: .nothingRecordedPaid
        }
    }
}
