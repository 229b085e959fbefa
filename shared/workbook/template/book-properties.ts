import type { Workbook } from 'exceljs';
import { lastDayOf, parsePeriod } from '../../periods/period.ts';

export interface BookProperties {
  period: string;
  title: string;
  subject: string;
  /** Second copy of the signed identity, should the hidden sheet get lost. */
  description: string;
}

export function setProperties(book: Workbook, { period, title, subject, description }: BookProperties): void {
  // The period's last day, not the clock: the same content is the same bytes.
  book.created = new Date(`${lastDayOf(parsePeriod(period))}T00:00:00Z`);
  book.modified = book.created;
  book.creator = book.lastModifiedBy = 'dti-pipeline';
  Object.assign(book, { title, subject, description });
  book.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
}
