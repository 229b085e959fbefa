/** What travels with the bytes as S3 metadata: the number that orders uploads, and the sender's name for the file. */
export const uploadMetadata = (uploadNumber: number, fileName: string): Record<string, string> => ({
  'upload-number': String(uploadNumber),
  'file-name': encodeURIComponent(fileName.normalize('NFC')),
});

export const readUploadMetadata = (metadata: Record<string, string>) => ({
  upload_number: Number.parseInt(metadata['upload-number'] ?? '0', 10),
  file_name: decodeURIComponent(metadata['file-name'] ?? ''),
});
