// Runs in CloudFront in front of the public API. What the cache policy does not list would be dropped on the way, and a slip
// in a key be taken for its absence: it is refused here, as the function behind would. `knownKeys` is put before this text.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  if (request.method !== 'GET' && request.method !== 'HEAD') return request;
  for (const key in request.querystring) {
    if (!knownKeys.includes(key)) return refuse(key, event.context.requestId);
  }
  return request;
}

function refuse(key, requestId) {
  const shown = key.slice(0, 100);
  const known = knownKeys.join(', ');
  const problem = {
    type: 'urn:dti:problem:query-unknown',
    title: 'Yêu cầu chưa hợp lệ',
    status: 400,
    detail: `Tham số "${shown}" không có ở địa chỉ này; các tham số: ${known}.`,
    detail_en: `There is no parameter "${shown}" here; known: ${known}.`,
    request_id: requestId,
  };
  return {
    statusCode: 400,
    statusDescription: 'Bad Request',
    headers: {
      'content-type': { value: 'application/problem+json; charset=utf-8' },
      'cache-control': { value: 'no-store' },
      'access-control-allow-origin': { value: '*' },
    },
    body: JSON.stringify(problem),
  };
}
