import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../host/paths';
import { generateTree, treeFolder } from '../generateTree';
import { run } from '../runs';
import { bareNode, catalogsFile, probeFolder, say, segurTrace, type Setting } from '../setting';
import type { Row } from '../table';
import { largeTree } from './tree';

interface PhasesRun {
  readonly times: Readonly<Record<string, number>>;
}

/** Where the time of a whole command goes, step by step, in (a) and (b). */
export function phasesPart(setting: Setting): readonly Row[] {
  say('the steps of a command');
  const options = largeTree(setting);
  const folder = treeFolder(options);
  generateTree(folder, options);
  const { rounds } = setting;
  const node = Array.from({ length: rounds }, bareNode);
  const version = Array.from({ length: rounds }, () => segurTrace('--version').wall);
  return [
    row('start of Node', node),
    row('start of Node, and the command loaded: `--version`', version),
    ...stepRows('(a)', rounds, folder),
    ...stepRows('(b)', rounds, realpathSync(join(root, 'node_modules')), '--all'),
  ];
}

function stepRows(name: string, rounds: number, folder: string, ...rules: readonly string[]): Row[] {
  const runs = Array.from({ length: rounds }, () => {
    const { stdout } = run(process.execPath, [join(probeFolder, 'phases.js'), folder, catalogsFile, ...rules]);
    return (JSON.parse(stdout) as PhasesRun).times;
  });
  const steps = Object.keys(runs[0] ?? {});
  return steps.map((step) =>
    row(
      `${name} ${step}`,
      runs.map((times) => times[step] ?? 0),
    ),
  );
}

function row(what: string, values: readonly number[]): Row {
  return { what: { en: what, fr: what }, values };
}
