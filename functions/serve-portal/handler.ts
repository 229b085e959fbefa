import { publicFunction } from '../../shared/http/http-function.ts';
import { pathParameters } from '../../shared/http/messages.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { openPortalFiles } from './portal-files.ts';
import { servePortal } from './serve-portal.ts';

const { PORTAL_CONFIG, PORTAL_FILES } = readEnvironment('PORTAL_CONFIG', 'PORTAL_FILES');
const deps = { config: JSON.parse(PORTAL_CONFIG), files: openPortalFiles(PORTAL_FILES) };

export const handler = publicFunction(async (event) => {
  const { file } = pathParameters(event, 'file');
  return servePortal({ file, acceptEncoding: event.headers['accept-encoding'] }, deps);
});
