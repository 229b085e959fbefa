import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { setDefaultFont } from './default-font.ts';
import { orderFonts } from './order-fonts.ts';

/** Zip keeps local time: given in local fields, the bytes do not depend on the time zone of the machine. */
const entryDate = () => new Date(2026, 0, 1);

const contentTypes = '[Content_Types].xml';

/**
 * The last pass over every workbook we write, so that the same content is the same bytes: entries in a fixed order with
 * a fixed date, and counted ids in place of the random ones that exceljs gives to x14 rules (data bars among them).
 * Links within the workbook, and fonts, are put right by the way. `edit` may change parts that exceljs gives no hold of, before that. The caller sets `created` and `modified`.
 */
export function finishWorkbook(
  bytes: Uint8Array,
  edit: (parts: Record<string, Uint8Array>) => void = () => {},
): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts);
  const count = ruleCounter();
  const finished: Zippable = {};
  for (const name of Object.keys(parts).sort(byPartOrder)) {
    finished[name] = finishPart(name, parts[name]!, count);
  }
  return zipSync(finished, { mtime: entryDate(), level: 6 });
}

function finishPart(name: string, part: Uint8Array, count: RuleCounter): Uint8Array {
  if (name === 'xl/styles.xml') return strToU8(orderFonts(setDefaultFont(strFromU8(part))));
  return name.startsWith('xl/worksheets/') ? strToU8(finishSheet(name, strFromU8(part), count)) : part;
}

/** A sheet, or the relationships of one. */
function finishSheet(name: string, xml: string, count: RuleCounter): string {
  return name.endsWith('.rels') ? dropInternalTargets(xml) : countRuleIds(mendInternalLinks(xml), count);
}

/**
 * exceljs writes a link within the workbook twice, as location and as external address; Excel joins them to
 * `#A!A1##A!A1` and WPS opens neither (exceljs issues 3027 and 1676). The location alone is what the format asks for.
 */
const mendInternalLinks = (xml: string): string =>
  xml.replace(
    /(<hyperlink ref="[A-Z0-9]+") r:id="[^"]*"((?: tooltip="[^"]*")?) location="#?([^"]*)"/g,
    '$1$2 location="$3"',
  );

const dropInternalTargets = (xml: string): string => xml.replace(/<Relationship\b[^<>]*\bTarget="#[^<>]*\/>/g, '');

/** Bytewise, but the content types lead: tools that guess a file's kind look at the first entry. */
function byPartOrder(a: string, b: string): number {
  if (a === contentTypes || b === contentTypes) return a === b ? 0 : a === contentTypes ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

type RuleCounter = (id: string) => string;

/** Same id in, same counted id out; the rule and its extension point at each other by id. */
function ruleCounter(): RuleCounter {
  const known = new Map<string, string>();
  return (id) => {
    const counted = known.get(id) ?? `{00000000-0000-4000-8000-${String(known.size + 1).padStart(12, '0')}}`;
    known.set(id, counted);
    return counted;
  };
}

/** Only ids named as a rule's: the GUIDs in `uri` attributes are constants of the format. */
function countRuleIds(xml: string, count: RuleCounter): string {
  return xml.replace(
    /(<x14:id>|<x14:cfRule\b[^<>]*?\bid=")(\{[0-9A-Fa-f-]{36}\})/g,
    (_, before: string, id: string) => before + count(id),
  );
}
