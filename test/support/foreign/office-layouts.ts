import { type ForeignLayout, sheetStates } from './foreign-layout.ts';

const compatibility = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const x14ac = ' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"';
const drawing = ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
const core = 'docProps/core.xml';

/** POI and Google write a whole number with a fraction. */
export const withFraction = (text: string) => (text.includes('.') ? text : `${text}.0`);

const libreOffice: ForeignLayout = {
  name: 'LibreOffice',
  seen: 'file',
  declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  texts: 'shared',
  rootAttributes: `${drawing}${compatibility}`,
  workbookBefore: '<fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/>',
  rowAttributes: ({ hidden }) =>
    ` customFormat="false" ht="12.8" hidden="${hidden}" customHeight="false" outlineLevel="0" collapsed="false"`,
  cellAttributes: ' s="0"',
  numberType: ' t="n"',
  sheetState: sheetStates.hiddenSpelled,
  properties: core,
  parts: { 'docProps/custom.xml': '<Properties/>' },
  zip: { descriptor: 4 },
};

/** Programs in which an officer opens the form. */
export const officeLayouts: ForeignLayout[] = [
  {
    name: 'Microsoft Excel',
    seen: 'documentation',
    texts: 'shared',
    rootAttributes: `${compatibility} mc:Ignorable="x14ac xr"${x14ac} xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"`,
    workbookBefore:
      '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>',
    before: '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>',
    rowAttributes: () => ' spans="1:11" x14ac:dyDescent="0.25"',
    cellAttributes: ' s="0"',
    types:
      '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>',
    properties: core,
    parts: { 'xl/printerSettings/printerSettings1.bin': 'x', 'xl/calcChain.xml': '<calcChain/>' },
  },
  libreOffice,
  // The same export; what ODS itself cannot keep is gone before it, and test/office looks for that.
  { ...libreOffice, name: 'LibreOffice, by way of .ods' },
  {
    name: 'Google Sheets',
    seen: 'documentation',
    texts: 'shared',
    rootAttributes: `${compatibility} xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mv="urn:schemas-microsoft-com:mac:vml"${x14ac}`,
    before: '<sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>',
    after: '<drawing r:id="rId1"/>',
    rowAttributes: () => ' ht="15.75" customHeight="1"',
    cellAttributes: ' s="0"',
    number: withFraction,
    blankCells: 15,
    sheetState: sheetStates.hiddenSpelled,
    properties: null,
    parts: {
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    },
    zip: { descriptor: 4 },
  },
  {
    name: 'WPS Office',
    seen: 'documentation',
    texts: 'shared',
    rootAttributes: `${drawing}${compatibility} xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"`,
    workbookBefore: '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/>',
    before: '<sheetPr/><sheetFormatPr defaultColWidth="9" defaultRowHeight="15"/>',
    rowAttributes: () => ' ht="15.75" spans="1:11"',
    cellAttributes: ' s="0"',
    properties: core,
    parts: { 'docProps/custom.xml': '<Properties/>' },
  },
];
