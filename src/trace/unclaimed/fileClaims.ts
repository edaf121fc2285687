import { baseName } from '../../base/fileNames';
import { isImport } from '../../units/importLines';
import type { Link } from '../model';
import { claimablesOf, saysOnlyTypes, type Claimable } from './claimable';
import type { ClaimFigures, FileClaims, FileOutline, UnclaimedUnit } from './model';

/** A unit of these that holds nothing speaks of the whole file: `package x;`, `namespace X;`. */
const FILE_KINDS = new Set(['package', 'namespace', 'module']);

/**
 * Holds the units of a file against the links to known requirements in it, whatever their verb: also what is to be done or done in part is known to
 * serve a requirement. A link claims its unit and what stands in it; one at the head of a file, above its imports, claims the file; and what holds
 * a claimed unit is not unclaimed itself, though its other units may be. `undefined` where there is nothing to claim.
 */
// @segur ST.SCN.06
export function fileClaims(outline: FileOutline, links: readonly Link[]): FileClaims | undefined {
  const claimables = outline.sort === 'data' ? [] : claimablesOf(outline.units);
  const [first] = claimables;
  if (first === undefined) {
    return outline.sort === 'code' && saysOnlyTypes(outline.units) ? undefined : wholeFile(outline, links.length > 0);
  }
  if (links.some((link) => isAtHead(link, first.unit.startLine, claimables))) {
    return { file: outline.file, figures: figuresOf(claimables, []), unclaimed: [], each: [] };
  }
  const unclaimed = unclaimedOf(claimables, new Claims(links));
  const each = eachOf(claimables, unclaimed);
  return { file: outline.file, figures: figuresOf(claimables, unclaimed), unclaimed, each };
}

/** The sum of several. */
export function sumOf(all: readonly ClaimFigures[]): ClaimFigures {
  const sum = { units: 0, lines: 0, unclaimedUnits: 0, unclaimedLines: 0 };
  for (const one of all) {
    sum.units += one.units;
    sum.lines += one.lines;
    sum.unclaimedUnits += one.unclaimedUnits;
    sum.unclaimedLines += one.unclaimedLines;
  }
  return sum;
}

function wholeFile({ file, lines }: FileOutline, isClaimed: boolean): FileClaims {
  const figures = {
    units: 1,
    lines,
    unclaimedUnits: isClaimed ? 0 : 1,
    unclaimedLines: isClaimed ? 0 : lines,
  };
  const unit = { kind: 'file', name: baseName(file), startLine: 0, endLine: Math.max(0, lines - 1), units: 1 };
  const unclaimed = isClaimed ? [] : [unit];
  return { file, figures, unclaimed, each: unclaimed };
}

function isAtHead({ unit, range, snippet }: Link, firstLine: number, claimables: readonly Claimable[]): boolean {
  if (unit !== undefined && FILE_KINDS.has(unit.kind)) {
    return !claimables.some(({ unit: { startLine } }) => startLine >= unit.startLine && startLine <= unit.endLine);
  }
  const isValue = unit !== undefined && unit.startLine === unit.endLine;
  return range.start.line < firstLine && (unit === undefined || isValue) && (snippet === '' || isImport(snippet));
}

function unclaimedOf(claimables: readonly Claimable[], claims: Claims): UnclaimedUnit[] {
  const found: { -readonly [K in keyof UnclaimedUnit]: UnclaimedUnit[K] }[] = [];
  let last: (typeof found)[number] | undefined;
  for (const { unit, counts } of claimables) {
    const { kind, name, startLine, endLine } = unit;
    if (last !== undefined && endLine <= last.endLine) {
      last.units += counts ? 1 : 0;
    } else if (!claims.cover(startLine, endLine) && !claims.standIn(startLine, endLine)) {
      last = { kind, name, startLine, endLine, units: counts ? 1 : 0 };
      found.push(last);
    }
  }
  return found;
}

/** The units that do something in some that nobody claims, both in their order. */
function eachOf(claimables: readonly Claimable[], outermost: readonly UnclaimedUnit[]): UnclaimedUnit[] {
  let at = 0;
  return claimables.flatMap(({ unit: { kind, name, startLine, endLine }, counts }) => {
    while ((outermost[at]?.endLine ?? Infinity) < startLine) {
      at++;
    }
    const around = outermost[at];
    const isIn = around !== undefined && around.startLine <= startLine && endLine <= around.endLine;
    return isIn && counts ? [{ kind, name, startLine, endLine, units: 1 }] : [];
  });
}

function figuresOf(claimables: readonly Claimable[], unclaimed: readonly UnclaimedUnit[]): ClaimFigures {
  return {
    units: claimables.filter(({ counts }) => counts).length,
    lines: linesOf(claimables.map(({ unit }) => unit)),
    unclaimedUnits: unclaimed.reduce((sum, { units }) => sum + units, 0),
    unclaimedLines: linesOf(unclaimed),
  };
}

/** Each line once. @param pieces by their start */
function linesOf(pieces: readonly { readonly startLine: number; readonly endLine: number }[]): number {
  let sum = 0;
  let seenTo = -1;
  for (const { startLine, endLine } of pieces) {
    sum += Math.max(0, endLine - Math.max(startLine, seenTo + 1) + 1);
    seenTo = Math.max(seenTo, endLine);
  }
  return sum;
}

/** The lines that links claim; asked in logarithmic time, since a hostile file may have many of both. */
class Claims {
  readonly #starts: readonly number[];
  /** Of the claims up to each one. */
  readonly #lastEnds: readonly number[];
  /** Where the links themselves stand, and where what they claim starts. */
  readonly #places: readonly number[];

  constructor(links: readonly Link[]) {
    const claimed = links.flatMap(({ unit }) => unit ?? []).sort((a, b) => a.startLine - b.startLine);
    let end = -1;
    this.#starts = claimed.map(({ startLine }) => startLine);
    this.#lastEnds = claimed.map(({ endLine }) => (end = Math.max(end, endLine)));
    const places = links.map(({ unit, range }) => unit?.startLine ?? range.start.line);
    this.#places = places.sort((a, b) => a - b);
  }

  cover(startLine: number, endLine: number): boolean {
    const at = firstAbove(this.#starts, startLine) - 1;
    return (this.#lastEnds[at] ?? -1) >= endLine;
  }

  standIn(startLine: number, endLine: number): boolean {
    return firstAbove(this.#places, endLine) > firstAbove(this.#places, startLine - 1);
  }
}

/** Index of the first number above a limit, in numbers that rise. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
