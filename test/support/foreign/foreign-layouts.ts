import { libraryLayouts } from './library-layouts.ts';
import { officeLayouts } from './office-layouts.ts';

/** Every program whose files are to be accepted, in the order of the page. */
export const foreignLayouts = [...officeLayouts, ...libraryLayouts];
