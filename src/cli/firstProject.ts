import type { Translate } from '../base/message';
import { mergeCatalogs } from '../catalog/mergeCatalogs';
import { newProject, projectStart } from '../workspace/newProject';
import { NodeFileSystem } from '../workspace/nodeFileSystem.node';
import { DEFAULT_CATALOG } from '../workspace/projectFile';
import { builtinCatalog } from './builtinCatalog';

/** The text of a first `segur.yaml` for a folder, in the user's language. @param root absolute path of the folder */
export async function firstProject(root: string, t: Translate): Promise<string> {
  const files = (await builtinCatalog(DEFAULT_CATALOG.slice('builtin:'.length))) ?? [];
  const { catalog } = mergeCatalogs(files.flatMap((file) => ('text' in file ? [] : [file])));
  return newProject(t, await projectStart(new NodeFileSystem(root), catalog));
}
