import { mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Tests that need more than npm: LibreOffice, a browser. `.ci/run` installs them and runs these. */
export default mergeConfig(base, { test: { include: ['test/office/**/*.test.ts'], exclude: [] } });
