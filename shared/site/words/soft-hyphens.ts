import { softHyphen } from './soft-hyphen.ts';

/** Where the long words of English heads may break: a table of twelve measures has no room for them whole. */
const breaks: Record<string, string> = {
  activities: 'activi-ties',
  awareness: 'aware-ness',
  difference: 'differ-ence',
  government: 'govern-ment',
  information: 'infor-ma-tion',
  infrastructure: 'infra-struc-ture',
  institutions: 'insti-tu-tions',
  transformation: 'trans-for-ma-tion',
  workforce: 'work-force',
};

const pattern = new RegExp(Object.keys(breaks).join('|'), 'gi');

/** Vietnamese has no word that is too long, and none of these. */
export const withSoftHyphens = (name: string): string =>
  name.replace(pattern, (word) => {
    let at = 0;
    return [...breaks[word.toLowerCase()]!].map((sign) => (sign === '-' ? softHyphen : word[at++]!)).join('');
  });
