import { languageForDocument, languageForPath } from '../annotations/languages';
import { createMentionMatcher } from '../annotations/mentions';
import { parseAnnotations } from '../annotations/parseAnnotations';
import { FileAnnotator, type ParseText } from './fileAnnotator';
import type { ScanOptions } from './scanOptions';

/** The reader of annotations that a scan and an editor share, for one marker and one set of ids. */
export function createAnnotator({ marker, mentions }: Pick<ScanOptions, 'marker' | 'mentions'>): FileAnnotator {
  const matcher = mentions.length === 0 ? undefined : createMentionMatcher(mentions);
  const parse: ParseText = (file, text, languageId) => {
    const language =
      languageId === undefined ? languageForPath(file, text) : languageForDocument(file, languageId, text);
    return parseAnnotations(
      text,
      matcher === undefined ? { language, marker } : { language, marker, mentions: matcher },
    );
  };
  return new FileAnnotator(parse, [marker, ...(matcher?.prefilter ?? [])]);
}
