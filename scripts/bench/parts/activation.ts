import { join } from 'node:path';
import { exampleFolder, root } from '../../host/paths';
import { run } from '../runs';
import { say, type Setting } from '../setting';
import type { Row } from '../table';

interface ActivationRun {
  readonly load: number;
  readonly activate: number;
  readonly first: number;
}

/**
 * What the extension does until it is active, and until it knows its first requirements, with a stand-in for VS Code's interface: without what VS Code itself
 * takes. In VS Code the output channel of the extension says the same of real windows.
 */
export function activationPart({ rounds }: Setting): readonly Row[] {
  say('activation, outside VS Code');
  const probe = join(__dirname, '..', 'probes', 'activation.cjs');
  const runs = Array.from(
    { length: rounds },
    () => JSON.parse(run(process.execPath, [probe, root, exampleFolder]).stdout) as ActivationRun,
  );
  return [
    {
      what: {
        en: 'Activation outside VS Code, with a stand-in for its interface: loading the bundle, and `activate`',
        fr: 'Activation hors de VS Code, avec une doublure de son interface : chargement du code, puis `activate`',
      },
      values: runs.map(({ load, activate }) => load + activate),
      headline: true,
      aim: { most: 50 },
    },
    {
      what: {
        en: 'The same, until the first requirements of the example are known',
        fr: 'La même, jusqu’aux premières exigences de l’exemple',
      },
      values: runs.map(({ first }) => first),
    },
  ];
}
