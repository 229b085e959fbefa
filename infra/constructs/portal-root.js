// Runs in CloudFront: the page has a name, and people type none.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  if (request.uri !== '/' && request.uri !== '/portal' && request.uri !== '/portal/') return request;
  return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/portal/index.html' } } };
}
