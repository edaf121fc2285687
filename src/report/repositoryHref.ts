import { encodeSegment } from './href';

/** A commit that readers can look at on the web. */
export interface Repository {
  /** Address of its front page. */
  readonly url: string;
  /** Full hash. */
  readonly commit: string;
  /** Path of the traced folder in the repository, `''` or ending with `/`. */
  readonly folder: string;
}

/** The address of a line as the host of the repository shows it: GitLab, Bitbucket, Gitea and Forgejo (Codeberg) by their names, else as GitHub. */
export function repositoryHref({ url, commit, folder }: Repository, file: string, line?: number): string {
  const path = `${folder}${file}`.split('/').map(encodeSegment).join('/');
  const host = /^https?:\/\/([^/]+)/iu.exec(url)?.[1]?.toLowerCase() ?? '';
  const { between, anchor } = shapeOf(host);
  const front = url
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '')
    .replace(/\.git$/u, '');
  return `${front}/${between}/${commit}/${path}${line === undefined ? '' : `#${anchor}${line}`}`;
}

function shapeOf(host: string): { readonly between: string; readonly anchor: string } {
  if (host.includes('gitlab')) {
    return { between: '-/blob', anchor: 'L' };
  }
  if (host.includes('bitbucket')) {
    return { between: 'src', anchor: 'lines-' };
  }
  return /gitea|forgejo|codeberg/u.test(host)
    ? { between: 'src/commit', anchor: 'L' }
    : { between: 'blob', anchor: 'L' };
}
