/** A data file beside the page: its address, to be fetched by whoever shows it. */
declare module '*.shapes' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: this is how the build hands an address over.
  export default address;
}
