import { stat } from 'node:fs/promises';
import { message, type Message } from '../../base/message';
import { checkPack, type PackCheck, type PackFault } from '../../workspace/packCheck.node';
import { ExitStatus } from '../exitStatus';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';

/** `verify`: checks a pack against its manifest and names every altered, missing or extra file. */
export async function verify(file: string, format: 'text' | 'json', terminal: Terminal): Promise<ExitStatus> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) {
    throw new UsageError(message('There is no file {0}.', file));
  }
  const { t, colors } = terminal;
  const check = await checkPack(file, {
    onProgress: (done) => terminal.progress(t('Checking… {0} MB', Math.round(done / 1e6))),
  }).finally(() => terminal.progress(''));
  if ('kind' in check) {
    throw new UsageError(faultMessage(check, file));
  }
  const sound = check.altered.length + check.missing.length + check.extra.length === 0;
  if (format === 'json') {
    const { manifest, fingerprint, altered, missing, extra } = check;
    const facts = { product: manifest.product, commit: manifest.commit ?? null, files: manifest.files.length };
    await terminal.write(
      `${JSON.stringify({ version: 1, sound, fingerprint, ...facts, altered, missing, extra }, null, 2)}\n`,
    );
  } else {
    await terminal.write(textOf(check, terminal));
    terminal.note(
      sound ? colors.green(t('Every file is as it was packed.')) : colors.red(t('This pack is not as it was made.')),
    );
  }
  return sound ? ExitStatus.Done : ExitStatus.Failed;
}

function textOf({ manifest, fingerprint, altered, missing, extra }: PackCheck, { t }: Terminal): string {
  const { product, commit } = manifest;
  const lines = [
    t('Product: {0}', [product.name, product.version].filter((part) => part !== undefined).join(' ') || '—'),
    t('Files: {0}', manifest.files.length),
    t('Commit: {0}', commit === undefined ? '—' : commit.id + (commit.clean ? '' : ' *')),
    t('SHA-256 of the manifest: {0}', fingerprint),
    ...altered.map((path) => t('altered: {0}', path)),
    ...missing.map((path) => t('missing: {0}', path)),
    ...extra.map((path) => t('not in the manifest: {0}', path)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function faultMessage(fault: PackFault, file: string): Message {
  switch (fault.kind) {
    case 'no-zip':
      return message('{0} is no ZIP archive that can be read: {1}', file, fault.detail);
    case 'no-manifest':
      return message('{0} has no MANIFEST.json: it is no evidence pack.', file);
    case 'unknown-manifest':
      return message('The MANIFEST.json of {0} is not one that this version of segur-trace reads.', file);
    case 'twice':
      return message('{0} holds {1} twice: which one counts cannot be told.', file, fault.path);
    case 'unsafe-path':
      return message('{0} holds a path that leaves the folder: {1}. Do not unpack it.', file, fault.path);
    case 'too-many-entries':
      return message('{0} holds {1} files, more than any evidence pack.', file, fault.count);
  }
}
