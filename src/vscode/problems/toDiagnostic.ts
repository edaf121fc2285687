import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location, Range } from 'vscode';
import type { Uri } from 'vscode';
import { render } from '../../base/message';
import { ProblemCode } from '../../base/problem';
import type { Problem, Severity } from '../../base/problem';
import { diagnosticSource } from '../ids';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { problemPage } from './problemPages';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Faded or struck through in the editor. */
const tags: Partial<Record<ProblemCode, DiagnosticTag>> = {
  [ProblemCode.AnnotationObsolete]: DiagnosticTag.Deprecated,
  [ProblemCode.AnnotationAlias]: DiagnosticTag.Deprecated,
  [ProblemCode.AnnotationDuplicate]: DiagnosticTag.Unnecessary,
};

/** @param uriOf where a file of the problem's folder is */
export function toDiagnostic(problem: Problem, severity: Severity, uriOf: (file: string) => Uri): Diagnostic {
  const { code, range, related } = problem;
  const remedy = problem.remedy === undefined ? '' : `\n${render(t, problem.remedy)}`;
  const diagnostic = new Diagnostic(
    range === undefined ? new Range(0, 0, 0, 0) : toRange(range),
    render(t, problem.message) + remedy,
    severities[severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: code, target: problemPage(code) };
  const tag = tags[code];
  if (tag !== undefined) {
    diagnostic.tags = [tag];
  }
  if (related !== undefined) {
    diagnostic.relatedInformation = related.map(
      (place) =>
        new DiagnosticRelatedInformation(
          new Location(uriOf(place.file), toRange(place.range)),
          render(t, place.message),
        ),
    );
  }
  return diagnostic;
}

/** The line that stands for those that are left out. */
export function leftOutDiagnostic(left: number): Diagnostic {
  const diagnostic = new Diagnostic(
    new Range(0, 0, 0, 0),
    t('Problems that are not listed here: {0}. “segur-trace check” lists them all.', left),
    DiagnosticSeverity.Information,
  );
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** Whether a reader would see no difference. */
export function looksSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.severity === b.severity &&
    a.range.isEqual(b.range) &&
    codeOf(a) === codeOf(b) &&
    JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation)
  );
}

function codeOf({ code }: Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
