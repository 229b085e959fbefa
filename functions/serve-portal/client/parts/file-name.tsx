import { Said } from './said.tsx';

/** What shows as nothing, and what turns `fdp.exe` round; a file is saved without them too. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

export const shownName = (name: string): string => name.toWellFormed().replace(unseen, '_');

/** A file's name as somebody gave it. */
export const FileName = ({ name }: { name: string }) => <Said text={shownName(name)} />;
