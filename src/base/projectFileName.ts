/** Name of the project file, at the root of a workspace folder: proofs and decisions are declared there. */
export const PROJECT_FILE = 'segur.yaml';
