import { escapeXml } from './escape-xml.ts';

/** A bar chart of one series over cells of the hidden sheet of data; each range with the values it has, for who does not compute. */
export interface BarChart {
  /** `'Dữ liệu'!$A$5:$A$38` */
  categories: { range: string; texts: string[] };
  /** Numbers as they are written into cells. */
  values: { range: string; numbers: number[] };
  series: { cell: string; text: string };
  format: string;
  axis: { title: string; format: string; min?: number; max?: number };
}

const text = (size: number, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${typeface}</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

const typeface = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>';
const line = (colour: string) =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/**
 * `xl/charts/chartN.xml`. The order of elements is the schema's: Excel refuses another without saying where. One dark
 * grey-blue fill with an outline: it is read on a black-and-white copy as well.
 */
export function chartPart(chart: BarChart): string {
  return (
    `${xml}<c:chartSpace ${namespaces}><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>` +
    `<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${bars(chart)}${categoryAxis()}${valueAxis(chart)}</c:plotArea>` +
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${text(10)}` +
    `<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`
  );
}

function bars({ categories, values, series, format }: BarChart): string {
  const fill =
    '<c:spPr><a:solidFill><a:srgbClr val="5B7F9E"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="1F2A37"/></a:solidFill></a:ln></c:spPr>';
  return (
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>${escapeXml(series.cell)}</c:f>${textCache([series.text])}</c:strRef></c:tx>` +
    `${fill}<c:invertIfNegative val="0"/>${labels(format)}` +
    `<c:cat><c:strRef><c:f>${escapeXml(categories.range)}</c:f>${textCache(categories.texts)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(values.range)}</c:f>${numberCache(values.numbers, format)}</c:numRef></c:val></c:ser>` +
    '<c:gapWidth val="45"/><c:axId val="50010001"/><c:axId val="50010002"/></c:barChart>'
  );
}

const labels = (format: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(9)}` +
  '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

const points = (values: (string | number)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, n) => `<c:pt idx="${n}"><c:v>${escapeXml(`${value}`)}</c:v></c:pt>`).join('')}`;
const textCache = (texts: string[]): string => `<c:strCache>${points(texts)}</c:strCache>`;
const numberCache = (numbers: number[], format: string): string =>
  `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>${points(numbers)}</c:numCache>`;

/** Best on top; every name, for Excel would leave out each second; below the axis, or bars to the left would cover them. */
const categoryAxis = (): string =>
  '<c:catAx><c:axId val="50010001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
  '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
  `${line('1F2A37')}${text(10)}<c:crossAx val="50010002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>`;

function valueAxis({ axis: { title, format, min, max } }: BarChart): string {
  const bounds = `${max === undefined ? '' : `<c:max val="${max}"/>`}${min === undefined ? '' : `<c:min val="${min}"/>`}`;
  return (
    `<c:valAx><c:axId val="50010002"/><c:scaling><c:orientation val="minMax"/>${bounds}</c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
    `<c:majorGridlines>${line('C8CFD6')}</c:majorGridlines>${axisTitle(title)}` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `${line('1F2A37')}${text(10)}<c:crossAx val="50010001"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
  );
}

const axisTitle = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">${typeface}</a:defRPr></a:pPr>` +
  `<a:r><a:rPr lang="vi-VN" sz="1000" b="0">${typeface}</a:rPr><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
