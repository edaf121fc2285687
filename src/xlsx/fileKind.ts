import { message } from '../base/message';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetRefusal } from './refusal';
import type { ZipArchive } from './zipArchive';

/** The container of old Office files, and of encrypted new ones. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes are an archive or a container of Office, thus no text. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isCompound(bytes);
}

/** @throws SpreadsheetRefusal for what is too large to be read */
export function checkSize(bytes: Uint8Array, limits: SpreadsheetLimits): void {
  if (bytes.length > limits.file) {
    throw new SpreadsheetRefusal(
      message(
        'This file is too large to be read: {0} MB, at most {1} MB',
        Math.ceil(bytes.length / 1_048_576),
        Math.floor(limits.file / 1_048_576),
      ),
      message('Copy the sheet of the requirements into a workbook of its own, and take that'),
    );
  }
}

/** Tells early, and in words, what is no workbook of today's. @throws SpreadsheetRefusal */
export function checkKind(bytes: Uint8Array, limits: SpreadsheetLimits): void {
  checkSize(bytes, limits);
  if (bytes.length === 0) {
    throw new SpreadsheetRefusal(message('This file is empty'), message('Download it again'));
  }
  if (isCompound(bytes)) {
    throw hasName(bytes, 'EncryptedPackage')
      ? new SpreadsheetRefusal(
          message('This file is protected by a password, so nothing of it can be read'),
          message('Open it with its password, save it without one, and take that file'),
        )
      : new SpreadsheetRefusal(
          message('This is a workbook in the old format of Excel (.xls), which is not read'),
          message('Open it in Excel or LibreOffice and save it as .xlsx'),
        );
  }
  if (!isZip(bytes)) {
    throw new SpreadsheetRefusal(
      message('This is no Excel workbook: it does not start as one'),
      message('Open it in Excel or LibreOffice and save it as .xlsx, or as .csv'),
    );
  }
}

/** What an archive is that holds no workbook that we read. */
export function notAWorkbook(archive: ZipArchive): SpreadsheetRefusal {
  if (archive.has('xl/workbook.bin')) {
    return new SpreadsheetRefusal(
      message('This is a binary workbook (.xlsb), which is not read'),
      message('Open it in Excel or LibreOffice and save it as .xlsx'),
    );
  }
  if (archive.has('content.xml') && archive.has('mimetype')) {
    return new SpreadsheetRefusal(
      message('This is an OpenDocument file (.ods), which is not read'),
      message('Open it in Excel or LibreOffice and save it as .xlsx'),
    );
  }
  return new SpreadsheetRefusal(
    message('This archive holds no Excel workbook'),
    message('Take the .xlsx file itself; unpack the archive that it is in, if any'),
  );
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

function isCompound(bytes: Uint8Array): boolean {
  return COMPOUND.every((byte, at) => bytes[at] === byte);
}

/** Whether a name stands in the container, in UTF-16 as all of its names. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) {
      return true;
    }
  }
  return false;
}
