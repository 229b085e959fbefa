/**
 * Screens of one area, but for where one lands and for the table, which no period leads to, are one file: together they
 * weigh half of what they do each by itself.
 */
export { BoardScreen } from './board.tsx';
export { Close } from './close.tsx';
export { Deadline } from './deadline.tsx';
export { Log } from './log.tsx';
export { Objections } from './objections.tsx';
export { UnitScreen } from './unit.tsx';
