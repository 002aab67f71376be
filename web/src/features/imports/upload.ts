import type { ImportView } from '../../api/import-views.js';
import { ApiProblem, problemFrom } from '../../api/problem.js';

interface Upload {
  readonly file: File;
  /** The brand the rows belong to, where one is chosen on top of the page. */
  readonly brandId: string | null;
  /** The part that has left, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file in and tells how far it is, which `fetch` cannot; the server reads its columns and proposes what they are. */
export function uploadImport({ file, brandId, onProgress, signal }: Upload): Promise<ImportView> {
  const form = new FormData();
  if (brandId) form.set('brandId', brandId);
  form.set('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const gone = () => reject(new ApiProblem({ status: 0, code: 'offline', title: '', detail: '' }));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, responseText } = request;
      if (status === 201) resolve(JSON.parse(responseText) as ImportView);
      else problemFrom(answerOf(request)).then(reject, gone);
    };
    request.onerror = gone;
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', '/api/v1/imports');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after']) {
    const value = request.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(request.responseText, { status: request.status, headers });
}
