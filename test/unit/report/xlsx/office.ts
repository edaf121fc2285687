import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';

export function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice finds in a workbook: the texts of its sheets, by their names, as it shows them. */
export async function readByOffice(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'segur-office-'));
  try {
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // Comma, quotes, UTF-8, each sheet into its own file.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
    const run = ['--headless', profile, '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')];
    await promisify(execFile)('soffice', run, { timeout: 170_000 });
    const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
    return new Map(
      files.map((file) => {
        const csv = readFileSync(join(folder, file), 'utf8').replace(/\n$/u, '');
        return [file.slice('book-'.length, -'.csv'.length).normalize('NFC'), Papa.parse<string[]>(csv).data];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
