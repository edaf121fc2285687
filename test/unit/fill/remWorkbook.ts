import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A made-up REM as Excel saves one: shared texts, a title above the header, merged cells, a locked sheet with a filter, validations, conditional
 * formats and hidden columns at the right, a second sheet and a part that is no XML. It holds no text of the ANS.
 * @param otherIds ids in place of those that it has
 */
export function remWorkbook(otherIds: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings: string[] = [];
  const text = (written: string): string => {
    const value = otherIds[written] ?? written;
    const at = strings.indexOf(value);
    return `<v>${at === -1 ? strings.push(value) - 1 : at}</v>`;
  };
  const row = (number: number, values: readonly string[], style = 1): string =>
    `<row r="${number}" spans="1:6" x14ac:dyDescent="0.25">${values
      .map((value, column) => {
        const reference = `${'ABCDEF'[column] ?? ''}${number}`;
        return value === ''
          ? `<c r="${reference}" s="${style}"/>`
          : `<c r="${reference}" s="${style}" t="s">${text(value)}</c>`;
      })
      .join('')}</row>`;
  const rows = [
    `<row r="1"><c r="A1" t="inlineStr"><is><t>Référentiel fictif</t></is></c></row>`,
    row(7, ['ID', 'Chapitre', 'Exigence', 'N° scénario', 'Scénario de conformité', 'Preuve 1'], 2),
    row(8, ['A.01', 'Un', 'Texte fictif <un> & deux', 'A.01.01', 'Scénario fictif', 'Une copie d’écran']),
    row(9, ['', '', '', 'A.01.02', 'Autre scénario fictif', '']),
    row(10, ['a.02\u00a0', 'Un', 'Autre texte', '', '', '=1+1']),
    row(11, ['Z.99', 'Deux', 'Inconnue', '', '', '']),
    `<row r="12"><c r="A12" t="s">${text('A.03')}</c><c r="C12"><f>1+1</f><v>2</v></c></row>`,
  ];
  const sheet = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">`,
    '<dimension ref="A1:F12"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="7" topLeftCell="A8" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    '<cols><col min="1" max="2" width="12" customWidth="1"/><col min="3" max="16384" width="9.140625" style="3"/></cols>',
    `<sheetData>${rows.join('')}</sheetData>`,
    '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/><autoFilter ref="A7:F12"/>',
    '<mergeCells count="4"><mergeCell ref="A1:F1"/><mergeCell ref="A8:A9"/><mergeCell ref="B8:B9"/><mergeCell ref="C8:C9"/></mergeCells>',
    '<conditionalFormatting sqref="B8:B12"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"Un"</formula></cfRule></conditionalFormatting>',
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="B8:B12"><formula1>"Un,Deux"</formula1></dataValidation></dataValidations>',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
  const other = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s">${text('Historique des versions')}</c></row></sheetData></worksheet>`;
  const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf><xf fontId="1" xfId="0"/><xf xfId="0"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (all: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Historique" sheetId="4" r:id="rId2"/><sheet name="REM fictif" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') +
        relation(2, 'worksheet', 'worksheets/sheet2.xml') +
        relation(3, 'styles', 'styles.xml') +
        relation(4, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml': other,
    'xl/styles.xml': styles,
  };
  const shared = strings.map((value) => `<si><t xml:space="preserve">${escaped(value)}</t></si>`).join('');
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}" count="${strings.length}">${shared}</sst>`;
  const files = Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, strToU8(content)]));
  const settings = new Uint8Array([0, 1, 2, 0x50, 0x4b, 1, 2, 255]);
  // The same bytes whenever it is made: what is written is held against another of it.
  return zipSync(
    { ...files, 'xl/printerSettings/printerSettings1.bin': [settings, { level: 0 }] },
    { mtime: new Date(2026, 0, 1) },
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
