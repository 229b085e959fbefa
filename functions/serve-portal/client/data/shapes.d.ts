/** A data file beside the page: its address, to be fetched by whoever shows it. */
declare module '*.shapes' {
  const address: string;
  export default address;
}
