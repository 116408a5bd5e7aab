public import ArgumentParsing
public import Indices
public import LinearAlgebra
import MinhBachKit
public import Optimisation
public import Panels
public import Plans
public import Regression
public import Reports
public import Scenarios
public import Storage
public import Tables

// 64, 65, 66 and 69 are EX_USAGE, EX_DATAERR, EX_NOINPUT and EX_UNAVAILABLE of sysexits.h.

extension ExitCode {
  fileprivate static let badData = ExitCode(65)
  fileprivate static let missingFile = ExitCode(66)
  fileprivate static let unavailable = ExitCode(69)
}

extension TableError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .missingFile, .unreadableFile: .missingFile
    case .unwritableFile: .failure
    default: .badData
    }
  }
}

extension PanelError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .unknownProvince, .absorbedProvince, .noRespondents: .validationFailure
    default: .badData
    }
  }
}

extension ScenarioError: ExitCodeProviding {
  public var exitCode: ExitCode {
    if case .noHistory = self { .badData } else { .validationFailure }
  }
}

extension UnknownTableFile: ExitCodeProviding {
  var exitCode: ExitCode { .badData }
}

extension ScenarioFault: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension EffortTableError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension PlanError: ExitCodeProviding {
  public var exitCode: ExitCode {
    // Without a place it was told on the command line.
    if case .deadlineOutside(nil, _, _) = self { .validationFailure } else { .badData }
  }
}

extension TemplateError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension ConverterError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .missing: .unavailable
    // As shells tell it.
    case .interrupted(let signal): ExitCode(128 + signal)
    case .noFolder, .timeout, .failed: .failure
    }
  }
}

extension ScoreTableError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension GivenDataError: ExitCodeProviding {
  var exitCode: ExitCode { .badData }
}

extension IndexError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension CompositeError: ExitCodeProviding {
  public var exitCode: ExitCode {
    if case .unknownReference = self { .validationFailure } else { .badData }
  }
}

extension RegressionError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .badTerm, .unknownColumn, .needsPanel, .notForModel, .errorsNotPossible: .validationFailure
    case .repeatedObservation, .badValue, .beyondScale, .noRows, .tooFewRows, .nothingToEstimate:
      .badData
    }
  }
}

extension ImportanceError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .tooManyPlayers, .badGroup, .splitUnit: .validationFailure
    default: .badData
    }
  }
}

extension RankRegressionFault: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension RegularisedError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension LinearAlgebraError: ExitCodeProviding {
  public var exitCode: ExitCode { .badData }
}

extension OptimisationError: ExitCodeProviding {
  public var exitCode: ExitCode { .failure }
}

extension StorageError: ExitCodeProviding {
  public var exitCode: ExitCode {
    switch self {
    case .missing: .missingFile
    case .sqlite, .unopenable, .unwritable, .full, .busy, .changedMeanwhile, .unmerged: .failure
    case .notAStore, .tooNew, .damaged, .empty: .badData
    }
  }
}

extension IngestError: ExitCodeProviding {
  var exitCode: ExitCode {
    switch self {
    case .unconfirmed: .badData
    case .declined: .failure
    }
  }
}

extension DatasetsError: ExitCodeProviding {
  public var exitCode: ExitCode {
    if case .notFound = self { .missingFile } else { .badData }
  }
}
