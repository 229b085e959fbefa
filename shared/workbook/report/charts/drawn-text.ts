export const typeface = '<a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/>';

/** Size in points. */
export const textProperties = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="0">${typeface}</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

export const drawnLine = (colour: string): string =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;
