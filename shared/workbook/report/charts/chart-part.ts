import type { Chart } from './chart.ts';
import { drawnLine, textProperties, typeface } from './drawn-text.ts';
import { escapeXml } from './escape-xml.ts';
import { seriesPart } from './series-part.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** `xl/charts/chartN.xml`. The order of elements is the schema's: Excel refuses another without saying where. */
export function chartPart(chart: Chart): string {
  const plot = chart.kind === 'bars' ? bars(chart) : lines(chart);
  return (
    `${xml}<c:chartSpace ${namespaces}><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>` +
    `<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>` +
    `${legend(chart)}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(10)}` +
    `<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>`
  );
}

const axes = '<c:axId val="50010001"/><c:axId val="50010002"/>';
const seriesOf = (chart: Chart): string => chart.series.map((series, n) => seriesPart(chart, series, n)).join('');

const bars = (chart: Chart): string =>
  `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${seriesOf(chart)}<c:gapWidth val="45"/>${axes}</c:barChart>`;

const lines = (chart: Chart): string =>
  `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${seriesOf(chart)}<c:marker val="1"/>${axes}</c:lineChart>`;

/** Where there is something to be told apart. */
const legend = ({ series }: Chart): string =>
  series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(10)}</c:legend>` : '';

/**
 * Bars: best on top; every name, for Excel would leave out each second; below the axis, or bars to the left would cover
 * them. Lines: from left to right.
 */
function categoryAxis({ kind }: Chart): string {
  const [orientation, position] = kind === 'bars' ? ['maxMin', 'l'] : ['minMax', 'b'];
  return (
    `<c:catAx><c:axId val="50010001"/><c:scaling><c:orientation val="${orientation}"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `${drawnLine('1F2A37')}${textProperties(10)}<c:crossAx val="50010002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

/** Of bars the scale stands below, where best on top would have it above. */
function valueAxis({ kind, axis: { title, format, min, max, step } }: Chart): string {
  const bounds = `${max === undefined ? '' : `<c:max val="${max}"/>`}${min === undefined ? '' : `<c:min val="${min}"/>`}`;
  const [position, crosses] = kind === 'bars' ? ['b', 'max'] : ['l', 'autoZero'];
  return (
    `<c:valAx><c:axId val="50010002"/><c:scaling><c:orientation val="minMax"/>${bounds}</c:scaling><c:delete val="0"/><c:axPos val="${position}"/>` +
    `<c:majorGridlines>${drawnLine('C8CFD6')}</c:majorGridlines>${axisTitle(title, kind === 'lines')}` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `${drawnLine('1F2A37')}${textProperties(10)}<c:crossAx val="50010001"/><c:crosses val="${crosses}"/><c:crossBetween val="between"/>${step === undefined ? '' : `<c:majorUnit val="${step}"/>`}</c:valAx>`
  );
}

const axisTitle = (title: string, upright: boolean): string =>
  `<c:title><c:tx><c:rich><a:bodyPr${upright ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">${typeface}</a:defRPr></a:pPr>` +
  `<a:r><a:rPr lang="vi-VN" sz="1000" b="0">${typeface}</a:rPr><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
