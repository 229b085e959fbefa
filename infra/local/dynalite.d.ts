declare module 'dynalite' {
  import type { Server } from 'node:http';

  const dynalite: (options: { path: string; createTableMs: number }) => Server;
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default dynalite;
}
