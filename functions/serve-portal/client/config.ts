import type { PortalConfig } from '../portal-config.ts';

let known: PortalConfig;

/** Read once, before anything is shown. */
export async function loadConfig(): Promise<PortalConfig> {
  known = await (await fetch('config.json')).json();
  return known;
}

/** Only after {@link loadConfig}. */
export const config = (): PortalConfig => known;
