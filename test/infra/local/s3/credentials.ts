/** Known to the test servers and their clients. */
export const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret' };
