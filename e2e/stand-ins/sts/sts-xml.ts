import { branch, leaf } from '../s3/http/xml-writer.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** `<XResponse><XResult>…</XResult><ResponseMetadata>…`, as the query protocol wraps every result. */
export function resultXml(operation: string, requestId: string, ...children: readonly string[]): string {
  const result = branch(`${operation}Result`, ...children);
  const metadata = branch('ResponseMetadata', leaf('RequestId', requestId));
  return `<${operation}Response xmlns="${NAMESPACE}">${result}${metadata}</${operation}Response>`;
}

export function errorXml(code: string, message: string, requestId: string): string {
  const error = branch('Error', leaf('Type', 'Sender'), leaf('Code', code), leaf('Message', message));
  return `<ErrorResponse xmlns="${NAMESPACE}">${error}${leaf('RequestId', requestId)}</ErrorResponse>`;
}
