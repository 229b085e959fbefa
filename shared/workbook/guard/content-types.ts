import type { PackageParts } from './package-parts.ts';

export const contentTypesPart = '[Content_Types].xml';
const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** What the package says each of its parts is: by its name, else by its extension; '' where it does not say. */
export function readContentTypes(parts: PackageParts): (part: string) => string {
  const byPart = new Map<string, string>();
  const byExtension = new Map<string, string>();
  parts.pass(contentTypesPart, {
    root: { name: 'Types', namespace },
    open(name, { PartName, Extension, ContentType = '' }) {
      if (name === 'Override' && PartName) byPart.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      if (name === 'Default' && Extension) byExtension.set(Extension.toLowerCase(), ContentType);
    },
  });
  return (part) => byPart.get(part) ?? byExtension.get(part.slice(part.lastIndexOf('.') + 1)) ?? '';
}
