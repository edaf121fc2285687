import type { SpreadsheetLimits } from './limits';
import { readXml } from './xmlPart';
import type { ZipArchive } from './zipArchive';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its file in the archive. */
  readonly part: string;
}

/** Where the parts of a workbook stand in its archive. */
export interface WorkbookParts {
  /** The file of the workbook itself, which lists the sheets. */
  readonly workbook: string;
  /** Those with cells, in the order of their tabs: no charts, no dialogs. */
  readonly sheets: readonly SheetPart[];
  /** Of texts that cells share; there may be none. */
  readonly strings: string;
  readonly styles: string;
  /** Whether days are counted from 1904 on, as on old Macs. */
  readonly isFrom1904: boolean;
}

interface Relationship {
  /** The last part of its type: `worksheet`, `styles`. */
  readonly kind: string;
  readonly target: string;
}

/** Follows the relationships from the root of the package; `undefined` when there is no workbook in it. */
export async function workbookParts(
  archive: ZipArchive,
  limits: SpreadsheetLimits,
): Promise<WorkbookParts | undefined> {
  const roots = await relationships(archive, '');
  const workbook = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = await relationships(archive, workbook);
  const sheets: SheetPart[] = [];
  let isFrom1904 = false;
  const workbooks: string[] = [];
  const exists =
    workbook.endsWith('.xml') &&
    (await readXml(archive, workbook, {
      open(name, attributes) {
        if (name === 'workbook') {
          workbooks.push(name);
        } else if (name === 'workbookPr') {
          isFrom1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
        } else if (name === 'sheet' && sheets.length < limits.sheets) {
          const relationship = related.get(attributes['id'] ?? '');
          if (relationship?.kind === 'worksheet' && archive.has(relationship.target)) {
            const isHidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
            sheets.push({ name: attributes['name'] ?? '', isHidden, part: relationship.target });
          }
        }
      },
    }));
  if (!exists || workbooks.length === 0) {
    return undefined;
  }
  const partOf = (kind: string, usual: string): string =>
    [...related.values()].find((one) => one.kind === kind)?.target ?? usual;
  return {
    workbook,
    sheets,
    strings: partOf('sharedStrings', 'xl/sharedStrings.xml'),
    styles: partOf('styles', 'xl/styles.xml'),
    isFrom1904,
  };
}

/** The relationships of a part, by id; those to places outside of the package are left out. */
async function relationships(archive: ZipArchive, part: string): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, Relationship>();
  await readXml(archive, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, { Id: id, Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name === 'Relationship' && id !== undefined && mode !== 'External' && found.size < 100_000) {
        found.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
      }
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
