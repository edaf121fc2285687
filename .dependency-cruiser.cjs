/** The rooms of the house, lowest first: an arrow may only point to a room on a lower floor. */
const floors = [
  ['base'],
  ['catalog', 'xlsx'],
  ['annotations'],
  ['units'],
  ['evidence'],
  ['trace'],
  ['import', 'language', 'report', 'workspace'],
  ['fill'],
  ['cli', 'vscode'],
];

const upward = floors.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const allowed = [room, ...floors.slice(0, floor).flat()];
    return {
      name: `${room}-points-down-only`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'vscode-only-in-its-face',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vscode/' },
      to: { path: '^vscode$' },
    },
    {
      name: 'node-only-at-the-edges',
      comment: 'Files that touch Node end in .node.ts, so that the browser build can leave them out.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|workspace/[^/]+\\.node\\.ts|vscode/[^/]+\\.node\\.ts)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-reaches-no-node',
      comment: 'What the browser build is made of must not lead to Node, however far away.',
      severity: 'error',
      from: { path: '\\.browser\\.ts$' },
      to: { path: '\\.node\\.ts$', reachable: true },
    },
    { name: 'src-does-not-know-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    ...upward,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
