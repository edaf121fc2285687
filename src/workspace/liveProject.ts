import { withMovedRanges } from '../base/movedRanges';
import { PROJECT_FILE } from '../base/projectFileName';
import type { Project } from './projectFile';
import { readProject, type ReadProject } from './readProject';
import type { UnsavedTexts } from './unsavedTexts';

/**
 * The project file while it is edited. Of an unsaved text that is broken, or of which nothing fits, what it said before counts: half a line must
 * not empty the tree. What a scan goes by (`include`, `exclude`, `marker`, `mentions`) waits for the text to be saved: half a glob must not read the
 * folder again. A saved text counts as it is, here as on the command line.
 */
export class LiveProject {
  readonly #files: UnsavedTexts;
  #saved: Project | undefined;
  /** The newest reading of a text that was whole. */
  #whole: ReadProject | undefined;

  constructor(files: UnsavedTexts) {
    this.#files = files;
  }

  async read(): Promise<ReadProject> {
    const read = await readProject(this.#files);
    const before = this.#whole;
    this.#whole = read.whole ? read : before;
    if (!this.#files.has(PROJECT_FILE)) {
      this.#saved = read.project;
      this.#whole = read.whole ? read : undefined;
      return read;
    }
    const project =
      read.whole || before === undefined
        ? read.project
        : withMovedRanges(before.project, before.text ?? '', read.text ?? '');
    const scan = this.#saved === undefined ? project.scan : { ...this.#saved.scan, tests: project.scan.tests };
    return { ...read, project: { ...project, scan } };
  }
}
