// The AWS APIs at /{service}/{Action} and the control API below /_vpclocal, for one account and Region.

/** Milliseconds until an emulator that accepts connections but never answers is given up. */
const PATIENCE = 30_000;

const NOWHERE = {account: '000000000000', region: 'us-east-1'};

function remembered() {
  try {
    return {...NOWHERE, ...JSON.parse(localStorage.getItem('vpclocal.scope') ?? '{}')};
  } catch {
    return {...NOWHERE};
  }
}

export const scope = remembered();

/** An access key that the person typed in, kept in this page only; null for the root key of the account. */
let key = null;

export function choose(change) {
  Object.assign(scope, change);
  if (change.account) key = null;
  localStorage.setItem('vpclocal.scope', JSON.stringify(scope));
}

export function useKey(id, secret) {
  key = {id, secret};
}

export const keyInUse = () => key?.id ?? null;

export class ApiError extends Error {
  constructor(status, code, text) {
    super(code ? `${code}: ${text}` : text);
    this.status = status;
    this.code = code;
  }
}

export function headers(further = {}) {
  const credentials = key ? `${key.id}:${key.secret}` : `${scope.account}:console`;
  return {
    Authorization: `Basic ${btoa(credentials)}`,
    'X-Amz-Region': scope.region,
    'X-VpcLocal-Unlogged': 'true',
    ...further,
  };
}

function failure(status, text) {
  if (text.startsWith('<')) {
    const xml = new DOMParser().parseFromString(text, 'text/xml');
    const find = name => xml.querySelector(name)?.textContent ?? '';
    return new ApiError(status, find('Code'), find('Message'));
  }
  try {
    const body = JSON.parse(text);
    return new ApiError(status, body.code ?? body.__type, body.message ?? '');
  } catch {
    return new ApiError(status, '', `The emulator answered with status ${status}.`);
  }
}

async function send(path, request) {
  let response;
  let text;
  try {
    response = await fetch(path, {...request, signal: AbortSignal.timeout(PATIENCE)});
    text = await response.text();
  } catch {
    throw new ApiError(0, '', 'The emulator does not answer. Is it running?');
  }
  if (!response.ok) throw failure(response.status, text);
  return text ? JSON.parse(text) : null;
}

export function aws(service, action, parameters = {}) {
  return send(`/${service}/${action}`, {
    method: 'POST',
    headers: headers({'Content-Type': 'application/json', Accept: 'application/json'}),
    body: JSON.stringify(parameters),
  });
}

/** A list from a description, all pages of it. */
export async function all(action, member, parameters = {}) {
  const found = [];
  let token;
  do {
    const page = await aws('ec2', action, token ? {...parameters, NextToken: token} : parameters);
    found.push(...(page[member] ?? []));
    token = page.NextToken;
  } while (token);
  return found;
}

export function control(method, path, body, query = {}) {
  const search = new URLSearchParams(query).toString();
  return send(`/_vpclocal/${path}${search ? `?${search}` : ''}`, {
    method,
    headers: headers(body === undefined ? {} : {'Content-Type': 'application/json'}),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

export const here = () => ({account: scope.account, region: scope.region});
