/** Name of the project file, at the root of a workspace folder: proofs and decisions are declared there. */
export const PROJECT_FILE = 'segur.yaml';

/** The line without which a project file is none: what an empty one is taken for when something is written into it. */
export const PROJECT_VERSION = 'version: 1\n';
