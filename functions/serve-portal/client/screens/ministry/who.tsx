import type { LogLine } from '../../../../read-log/log-line.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { addressOf } from '../../routes.ts';
import { roles } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';

/** What people are called, by id; null to a unit, which reads of offices alone. */
export type Names = Readonly<Record<string, string>> | null;

interface WhoProps {
  line: LogLine;
  names: Names;
  of: Record<string, string>;
}

/** Office and person. The person leads to what else they did. */
export function Who({ line: { role, subject, unit_name_vi }, names, of }: WhoProps) {
  const say = useSay();
  const isOfUnit = unit_name_vi !== null && (role === 'officer' || role === 'certifier');
  const office =
    say(roles[role] ?? { vi: role, en: role }) +
    (isOfUnit ? say({ vi: ` của ${unit_name_vi}`, en: ` of ${unit_name_vi}` }) : '');
  if (names === null || subject === null || role === 'system') return <>{office}</>;
  const name = names[subject];
  return (
    <>
      {name && isOffice(name, role) ? null : `${office}, `}
      <a href={`${addressOf('nhat-ky', of.group!, of.period!)}?subject=${encodeURIComponent(subject)}`}>
        <PersonName id={subject} name={name} />
      </a>
    </>
  );
}

/** Some sign-ins call people by what they are: it is not said twice. */
const isOffice = (name: string, role: string): boolean =>
  roles[role] !== undefined && name.toLocaleLowerCase('vi').startsWith(roles[role].vi);
