import { strFromU8, strToU8 } from 'fflate';
import { Fault } from '../../../observability/fault.ts';
import type { Chart } from './chart.ts';
import { chartPart } from './chart-part.ts';
import { escapeXml } from './escape-xml.ts';

/** A chart on a sheet: where its upper left corner is, and how large it is printed. */
export interface PlacedChart {
  /** Of exceljs: the number in the part's name. */
  sheetId: number;
  /** 0-based. */
  row: number;
  millimetres: { width: number; height: number };
  /** What is called in a list of objects, and told to who does not see it; the first sentence is the conclusion. */
  name: string;
  altText: string;
  chart: Chart;
}

type Parts = Record<string, Uint8Array>;

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const emuPerMillimetre = 36_000;

/** Adds the parts of charts to a workbook that exceljs wrote, which knows none. For the finishing pass, before it sorts the parts. */
export function addCharts(parts: Parts, charts: readonly PlacedChart[]): void {
  charts.forEach((placed, n) => {
    const number = n + 1;
    parts[`xl/charts/chart${number}.xml`] = strToU8(chartPart(placed.chart));
    parts[`xl/drawings/drawing${number}.xml`] = strToU8(drawingPart(placed, number));
    parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/chart" Target="../charts/chart${number}.xml"/></Relationships>`,
    );
    joinSheet(parts, placed.sheetId, number);
  });
  edit(parts, '[Content_Types].xml', (types) =>
    types.replace('</Types>', `${charts.map(contentTypes).join('')}</Types>`),
  );
}

const contentTypes = (_chart: PlacedChart, n: number): string =>
  `<Override PartName="/xl/drawings/drawing${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>` +
  `<Override PartName="/xl/charts/chart${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`;

function joinSheet(parts: Parts, sheetId: number, number: number): void {
  const id = 'rIdC1';
  edit(parts, `xl/worksheets/sheet${sheetId}.xml`, (sheet) => insertDrawing(sheet, `<drawing r:id="${id}"/>`));
  const rels = `xl/worksheets/_rels/sheet${sheetId}.xml.rels`;
  parts[rels] ??= strToU8(
    `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`,
  );
  const one = `<Relationship Id="${id}" Type="${relationships}/drawing" Target="../drawings/drawing${number}.xml"/>`;
  edit(parts, rels, (text) => text.replace('</Relationships>', `${one}</Relationships>`));
}

function edit(parts: Parts, name: string, change: (text: string) => string): void {
  const part = parts[name];
  if (!part) throw new Fault('WORKBOOK_PART_MISSING', `${name} is not in the workbook`);
  parts[name] = strToU8(change(strFromU8(part)));
}

const later = new Set([
  ...['legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts'],
  'extLst',
]);

/**
 * Excel checks the order of a sheet's elements, and data bars have an `extLst` of their own further in: only children of
 * the sheet itself count.
 */
export function insertDrawing(sheet: string, tag: string): string {
  const tags = /<(\/?)([A-Za-z0-9:]+)[^<>]*?(\/?)>/g;
  tags.lastIndex = sheet.indexOf('</sheetData>') + '</sheetData>'.length;
  for (let depth = 1, found = tags.exec(sheet); found; found = tags.exec(sheet)) {
    const [, closes, name, closesItself] = found;
    const isEnd = closes ? depth === 1 : depth === 1 && later.has(name!);
    if (isEnd) return sheet.slice(0, found.index) + tag + sheet.slice(found.index);
    depth += closes ? -1 : closesItself ? 0 : 1;
  }
  throw new Fault('WORKBOOK_PART_MISSING', 'the sheet has no end');
}

function drawingPart({ row, millimetres, name, altText }: PlacedChart, number: number): string {
  const [cx, cy] = [millimetres.width, millimetres.height].map((size) => Math.round(size * emuPerMillimetre));
  return (
    `${xml}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${cx}" cy="${cy}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${escapeXml(name)}" descr="${escapeXml(altText)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${relationships}" r:id="rId1"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>'
  );
}
