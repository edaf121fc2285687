import { dayText } from '../../base/message';
import { ThemeIcon } from 'vscode';
import type { ProofKind } from '../../catalog/model';
import { holds } from '../../evidence/model';
import type { ExpectedState, JudgedExpectation } from '../../trace/expectedProofs';
import { proofKindLabel, proofName, proofStateLabel } from '../../trace/words';
import type { FolderSession } from '../folderSession';
import { NodeContext, projectFile } from '../ids';
import { sentenceCase } from '../support/sentenceCase';
import { t } from '../support/translate';
import { baseName } from '../../base/fileNames';
import type { ListedProof } from './listedProofs';
import { openCommand, openLinkCommand } from './openPlace';
import { proofTooltip } from './proofTooltip';
import { stateColor } from './stateIcon';
import type { Leaf } from './treeNode';

/** One line a file; a proof without files is one line that opens its declaration, as does the one that counts the files left out. */
export function proofLeaves({ proof, index, files: listed, more }: ListedProof, session: FolderSession): Leaf[] {
  const kind = proofKindLabel(t, proof.entry.kind);
  const state = proofStateLabel(t, proof.state);
  const valid = holds(proof.state);
  const icon = valid
    ? new ThemeIcon(kindIcons[proof.entry.kind], stateColor('satisfied'))
    : new ThemeIcon('warning', stateColor('suspect'));
  const facts = [kind, state, dayText(t, proof.entry.date ?? ''), proof.entry.author ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  const declaration = openCommand(session.uriOf(projectFile), proof.entry.range);
  if (listed.length > 0) {
    const leaves = listed.map((file): Leaf => ({
      key: `${index}:${file.path}`,
      label: baseName(file.path),
      description: facts,
      icon,
      command: openCommand(session.uriOf(file.path)),
      tooltip: () => proofTooltip(session, file, facts),
      context: proof.state === 'changed' ? NodeContext.ChangedProof : NodeContext.Proof,
      proof: { session, entry: proof.entry },
      ...(proof.state === 'changed' ? { accepts: { kind: 'proof' as const, session, file: file.path } } : {}),
    }));
    const rest: Leaf = {
      key: `${index}:more`,
      label: t('… {0} more', more),
      description: facts,
      icon: new ThemeIcon('files'),
      command: declaration,
      context: NodeContext.Other,
    };
    return more > 0 ? [...leaves, rest] : leaves;
  }
  const { value, link, files } = proof.entry;
  return [
    {
      key: String(index),
      label: value ?? link ?? files?.map(baseName).join(', ') ?? kind,
      description: facts,
      icon,
      command: (link === undefined ? undefined : openLinkCommand(link)) ?? declaration,
      tooltip: () => `${proofName(proof.entry)}\n${facts}`,
      context: NodeContext.FilelessProof,
      proof: { session, entry: proof.entry },
    },
  ];
}

const kindIcons: Readonly<Record<ProofKind, string>> = {
  documentation: 'book',
  attestation: 'verified',
  formulaire: 'tasklist',
  capture: 'device-camera',
  video: 'device-camera-video',
  rapport: 'graph',
  configuration: 'settings-gear',
  code: 'file-code',
  autre: 'file',
};

/** A proof that the catalogue expects, whether it is there or not. */
export function expectedProofLeaf({ expected, state }: JudgedExpectation, index: number): Leaf {
  const kind = proofKindLabel(t, expected.kind);
  return {
    key: `expected:${index}`,
    label: expected.text === '' ? sentenceCase(kind) : expected.text,
    description: [kind, expectedLabel(state)].join(' · '),
    icon: expectedIcon(state),
    context: NodeContext.Other,
  };
}

function expectedLabel(state: ExpectedState): string {
  switch (state) {
    case 'provided':
      return t('expected, provided');
    case 'open':
      return t('expected');
    case 'missing':
      return t('expected, missing');
  }
}

function expectedIcon(state: ExpectedState): ThemeIcon {
  switch (state) {
    case 'provided':
      return new ThemeIcon('pass', stateColor('satisfied'));
    case 'open':
      return new ThemeIcon('note');
    case 'missing':
      return new ThemeIcon('circle-large', stateColor('missing'));
  }
}
