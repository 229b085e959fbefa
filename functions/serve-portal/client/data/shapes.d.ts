/** A data file beside the page: its address, to be fetched by whoever shows it. */
declare module '*.shapes' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what esbuild gives a file has no other name.
  export default address;
}
