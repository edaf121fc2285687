import * as vscode from 'vscode';
import { folder } from '../vscode/workspace';

/** A file beside the workspace folder, out of the extension's sight: what a test and the program that started it say to each other. */
export function beside(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), '..', name);
}
