import { unitLabel } from '../../../shared/units/unit-label.ts';

/**
 * JSON of the API, with units named as in lists everywhere. Quotes within a text are escaped, so that nothing but the member
 * is found.
 */
export const readAnswer = (text: string) =>
  JSON.parse(
    text.replace(/"unit_name_vi":"([^"\\]*)"/g, (_, name) => `"unit_name_vi":"${unitLabel({ unit_name_vi: name })}"`),
  );
