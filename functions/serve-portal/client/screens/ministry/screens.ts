/**
 * Screens of one area, but for where one lands and for the table, which no period leads to, are one file: together they
 * weigh half of what they do each by itself.
 */
export { BoardScreen } from './board.tsx';
export { Close } from './close.tsx';
export { Deadline } from './deadline.tsx';
export { Log } from './log.tsx';
export { Objections } from './objections.tsx';
<<<<<<< HEAD
export { TableScreen } from './table.tsx';
=======
export { OpenPreview } from './open-preview.tsx';
export { ReleaseScreen } from './release.tsx';
export { RunScreen } from './run.tsx';
export { Runs } from './runs.tsx';
>>>>>>> portal
export { UnitScreen } from './unit.tsx';
