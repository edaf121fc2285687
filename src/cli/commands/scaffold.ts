import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { message } from '../../base/message';
import { scaffold as begin, scaffoldKinds, type ScaffoldKind } from '../../report/scaffold/scaffold';
import { localClock } from '../../workspace/localClock';
import type { OpenedFolder } from '../openFolder';
import { requirementsNamed } from '../requirementsNamed';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { writeNew } from '../writeOutput';

export interface ScaffoldArguments {
  readonly kind?: ScaffoldKind;
  readonly author?: string;
  /** File or folder; standard output without it. */
  readonly out?: string;
}

/** `scaffold ID`: begins a proof document. A file that exists is never written over. */
export async function scaffold(
  folder: OpenedFolder,
  raw: string,
  { kind, author, out }: ScaffoldArguments,
  terminal: Terminal,
): Promise<void> {
  const rows = requirementsNamed(folder, raw);
  const [row] = rows;
  if (row === undefined || rows.length > 1) {
    throw new UsageError(message('{0} stands for several requirements: name one.', raw));
  }
  const facts = {
    product: folder.trace.product,
    today: localClock.today(),
    ...(author === undefined ? {} : { author }),
  };
  const [usual = 'documentation'] = scaffoldKinds(row);
  const { name, text } = begin(row, kind ?? usual, facts);
  if (out === undefined) {
    await terminal.write(text);
    return;
  }
  const isFolder = out.endsWith('/') || (await stat(out).catch(() => undefined))?.isDirectory() === true;
  const path = resolve(isFolder ? join(out, name) : out);
  if (!(await writeNew(path, text))) {
    throw new UsageError(message('{0} exists already. Choose another name.', path));
  }
  terminal.note(terminal.t('Written: {0}', isFolder ? join(out, basename(path)) : out));
}
