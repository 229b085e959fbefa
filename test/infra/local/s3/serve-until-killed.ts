import { startS3 } from '../../../../infra/local/s3/start-s3.ts';
import { credentials } from './credentials.ts';

/** A process of its own for the test that kills it: prints the server's address. */
const directory = process.argv[2] ?? '';
const { url } = await startS3({ directory, credentials, buckets: ['raw-bucket', 'lake-bucket'] });
process.stdout.write(`${url}\n`);
