import { stat } from 'node:fs/promises';
import { countText, message } from '../../base/message';
import { checkPack } from '../../workspace/packCheck.node';
import { isSound } from '../../workspace/packCheckResult';
import { packCheckLines } from '../../workspace/packCheckText';
import { packFaultMessage } from '../../workspace/packFault';
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
    onProgress: (done, total) =>
      terminal.progress(
        t('Checking… {0} of {1} MB', countText(t, Math.round(done / 1e6)), countText(t, Math.round(total / 1e6))),
      ),
  }).finally(() => terminal.progress(''));
  if ('kind' in check) {
    throw new UsageError(packFaultMessage(check, file));
  }
  const sound = isSound(check);
  if (format === 'json') {
    const { manifest, fingerprint, altered, missing, extra, repacked } = check;
    const { product, commit, chapter } = manifest;
    const facts = { product, ...(chapter === undefined ? {} : { chapter }), commit, files: manifest.files.length };
    await terminal.write(
      `${JSON.stringify({ version: 1, sound, fingerprint, ...facts, altered, missing, extra, repacked }, null, 2)}\n`,
    );
  } else {
    await terminal.write(
      packCheckLines(check, t)
        .map((line) => `${line}\n`)
        .join(''),
    );
    terminal.note(
      sound ? colors.green(t('Every file is as it was packed.')) : colors.red(t('This pack is not as it was made.')),
    );
  }
  return sound ? ExitStatus.Done : ExitStatus.Failed;
}
