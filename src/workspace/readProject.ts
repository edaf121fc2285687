import { message } from '../base/message';
import type { FileSystem } from '../base/ports';
import { ProblemCode, type Problem } from '../base/problem';
import { PROJECT_FILE } from '../base/projectFileName';
import { decodeText } from '../base/decodeText';
import { unreadableInput } from './fileAnnotator';
import { defaultProject, parseProjectFile, type Project } from './projectFile';

export interface ReadProject {
  readonly project: Project;
  readonly problems: readonly Problem[];
  readonly exists: boolean;
  /** Absent where there is none. */
  readonly text?: string;
  /** The text is well formed and says something: what it said before is of no more use. */
  readonly whole: boolean;
}

/** The project file of a folder; the defaults where there is none or where it cannot be read. */
export async function readProject(fs: FileSystem): Promise<ReadProject> {
  let bytes;
  try {
    bytes = await fs.read(PROJECT_FILE);
  } catch (error) {
    return { project: defaultProject(), problems: [unreadableInput(PROJECT_FILE, error)], exists: true, whole: false };
  }
  if (bytes === undefined) {
    return { project: defaultProject(), problems: [], exists: false, whole: true };
  }
  const decoded = decodeText(bytes);
  if ('text' in decoded) {
    return { ...parseProjectFile(decoded.text, PROJECT_FILE), exists: true, text: decoded.text };
  }
  const problem: Problem = {
    code: ProblemCode.FileBinary,
    severity: 'error',
    file: PROJECT_FILE,
    message: message('This file is not a text'),
  };
  return { project: defaultProject(), problems: [problem], exists: true, whole: false };
}
