import type { PortalConfig } from '../portal-config.ts';

/** Stands in the page itself, put there by the function that serves it. */
export const config: PortalConfig = JSON.parse(
  document.querySelector<HTMLMetaElement>('meta[name="portal-config"]')!.content,
);
