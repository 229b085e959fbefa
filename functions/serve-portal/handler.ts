import { publicFunction } from '../../shared/http/http-function.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { openPortalFiles } from './portal-files.ts';
import { servePortal } from './serve-portal.ts';

const { PORTAL_CONFIG, PORTAL_FILES } = readEnvironment('PORTAL_CONFIG', 'PORTAL_FILES');
const deps = { config: JSON.parse(PORTAL_CONFIG), files: openPortalFiles(PORTAL_FILES) };

export const handler = publicFunction(async (event) => servePortal(event.pathParameters?.file ?? null, deps));
