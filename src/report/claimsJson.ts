import type { ClaimFigures, ClaimReport, UnclaimedUnit } from '../trace/unclaimed/model';

/** The reverse view for programs; lines count from 1. */
export function claimsJson({ globs, figures, folders }: ClaimReport) {
  return {
    globs,
    ...figuresJson(figures),
    folders: folders.map(({ folder, figures: own, files }) => ({
      folder,
      ...figuresJson(own),
      files: files.map(({ file, figures: ofFile, unclaimed }) => ({
        file,
        ...figuresJson(ofFile),
        unclaimed: unclaimed.map(unitJson),
      })),
    })),
  };
}

function figuresJson({ units, unclaimedUnits, lines, unclaimedLines }: ClaimFigures) {
  return { units, unclaimedUnits, lines, unclaimedLines };
}

function unitJson({ kind, name, startLine, endLine, units }: UnclaimedUnit) {
  return { kind, name, startLine: startLine + 1, endLine: endLine + 1, units };
}
