import { message, type Message } from '../base/message';

/** Why a file is no pack that can be checked. */
export type PackFault =
  /** It does not start as an archive. */
  | { readonly kind: 'no-zip' }
  /** It starts as one, and its table of contents, which stands at the end, is not there. */
  | { readonly kind: 'cut-short' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'no-manifest' }
  | { readonly kind: 'unknown-manifest' }
  /** Two entries of one name, as Windows and macOS see them: unpackers differ in which of them they take. */
  | { readonly kind: 'twice'; readonly path: string }
  /** Leaves the folder that it is unpacked into, or could. */
  | { readonly kind: 'unsafe-path'; readonly path: string }
  /** A symbolic link: what is unpacked after it may be written wherever it points to. */
  | { readonly kind: 'link'; readonly path: string }
  /** A small entry that says that it unpacks to a very large file. */
  | { readonly kind: 'bomb'; readonly path: string }
  | { readonly kind: 'too-many-entries'; readonly count: number };

/** @param file the archive, as the user knows it */
export function packFaultMessage(fault: PackFault, file: string): Message {
  switch (fault.kind) {
    case 'no-zip':
      return message('{0} is no ZIP archive.', file);
    case 'cut-short':
      return message('{0} was cut short: the end of the ZIP archive is missing. Copy it again.', file);
    case 'damaged':
      return message('{0} is a damaged ZIP archive, which cannot be read. Copy it again.', file);
    case 'encrypted':
      return message('{0} is protected by a password. Unlock it first: an evidence pack has none.', file);
    case 'no-manifest':
      return message('{0} has no MANIFEST.json: it is no evidence pack.', file);
    case 'unknown-manifest':
      return message('The MANIFEST.json of {0} is not one that this version of segur-trace reads.', file);
    case 'twice':
      return message('{0} holds {1} twice: which one counts cannot be told.', file, fault.path);
    case 'unsafe-path':
      return message('{0} holds a path that leaves the folder: {1}. Do not unpack it.', file, fault.path);
    case 'link':
      return message('{0} holds a symbolic link: {1}. Do not unpack it.', file, fault.path);
    case 'bomb':
      return message(
        '{0} holds a file that unpacks to far more than it takes: {1}. Do not unpack it.',
        file,
        fault.path,
      );
    case 'too-many-entries':
      return message('{0} holds {1} files, more than any evidence pack.', file, { count: fault.count });
  }
}
