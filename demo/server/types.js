/**
 * The plain data between the HTTP adapter and the simulated platforms.
 *
 * @typedef {object} SimulatedRequest
 * @property {string} method
 * @property {string} origin  scheme, host and port of the request's address
 * @property {string} basePath  where the platform (or, for control requests, the realm) is mounted
 * @property {string} path  below `basePath`, always starting with a slash
 * @property {Record<string, string>} query
 * @property {Record<string, string>} headers  names in lower case
 * @property {Record<string, string>} cookies
 * @property {unknown} body  parsed JSON or form fields, else the text, `null` when empty
 *
 * @typedef {object} Cookie
 * @property {string} name
 * @property {string} value
 * @property {string} path
 * @property {boolean} [httpOnly]
 * @property {boolean} [secure]
 * @property {'Lax' | 'Strict' | 'None'} [sameSite]
 * @property {number} [maxAge]  seconds; 0 removes the cookie
 *
 * @typedef {object} Answer  at most one of `json`, `html` and `text`; none is an empty body
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {Cookie[]} [cookies]
 * @property {unknown} [json]
 * @property {string | undefined} [html]
 * @property {string | undefined} [text]
 * @property {string} [note]  for the log: what happened on the server
 *
 * @typedef {object} CorsPolicy  with `origins: 'none'`, no other origin may fetch the platform
 * @property {'none' | 'any' | 'with-credentials'} origins
 * @property {string[]} methods
 * @property {string[]} headers  request headers that a preflight allows
 *
 * @typedef {object} User
 * @property {string} id
 * @property {string} email
 * @property {string} firstName
 * @property {string} lastName
 *
 * @typedef {object} SignInOptions
 * @property {Partial<User>} [user]
 * @property {boolean} [expired]  hand out an access token that has already expired
 * @property {boolean} [jwt]  Medusa: hand out a JWT in place of a session cookie
 * @property {number} [expiresIn]  seconds until the access token expires
 *
 * @typedef {object} SignedIn  what the platform gives the page after a sign-in
 * @property {User} user
 * @property {{ accessToken?: string, refreshToken?: string }} tokens
 * @property {number} [expiresAt]  of the access token, ms since 1970
 * @property {Record<string, string>} localStorage  what the vendor's own script would keep there
 * @property {Record<string, string>} documentCookies  what the vendor's own script would keep there
 * @property {Cookie[]} cookies  set by the server
 *
 * @typedef {object} PlatformStatus
 * @property {boolean} alive  whether any of the member's credentials still works
 * @property {Record<string, boolean>} credentials  the same for each kind of credential
 *
 * @typedef {object} PlatformOptions
 * @property {string} [storeId]
 * @property {string} [clientId]
 * @property {AccountsPage} [accounts]
 * @property {WixLogoutAnswer} [logoutAnswer]
 *
 * @typedef {'ok' | 'silent' | 'stuck' | 'unauthorized' | 'server-error' | 'wrong-source'} AccountsPage
 * @typedef {'raw' | 'redirect' | 'html'} WixLogoutAnswer
 *
 * @typedef {object} Platform
 * @property {CorsPolicy} cors
 * @property {(request: SimulatedRequest) => Answer} handle
 * @property {(status: number, request: SimulatedRequest) => Answer} refuse  the platform's own error form
 * @property {(request: SimulatedRequest, options: SignInOptions) => SignedIn} signIn
 * @property {() => void} endSessions  ends them as an administrator or another device would
 * @property {() => PlatformStatus} status
 * @property {(options: PlatformOptions) => void} configure
 *
 * @typedef {'reset' | 'reset-after' | 'hang' | 'half-open' | 'truncate' | 'drip' | 'loop' | 'big'} Fault
 *
 * @typedef {object} Rule  the first rule that matches a request decides how it goes wrong
 * @property {string} [platform]
 * @property {string} [method]
 * @property {string} [path]  exact when it starts with a slash, else a regular expression
 * @property {number} [times]  how many requests it applies to; without it, all
 * @property {number} [delay]  ms before the answer
 * @property {number} [error]  a refusal with this status, in the platform's own error form
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {unknown} [json]
 * @property {string} [html]
 * @property {string} [text]
 * @property {Fault} [fault]
 * @property {boolean} [process]  let the platform perform the request before the rule's answer goes out
 * @property {'off'} [cors]
 *
 * @typedef {object} LogEntry
 * @property {number} time
 * @property {string} platform
 * @property {string} method
 * @property {string} url
 * @property {string} path
 * @property {Record<string, string>} query
 * @property {Record<string, string>} headers
 * @property {Record<string, string>} cookies
 * @property {unknown} body
 * @property {number | null} status  `null` as long as there is no answer
 * @property {number} [answered]  when the answer went out, ms since 1970
 * @property {string} note
 * @property {boolean} [preflight]
 * @property {boolean} [abandoned]  the client closed the connection before the answer was complete
 *
 * @typedef {object} Exchange  what the adapter has to do for one request
 * @property {Answer} answer
 * @property {number} delay
 * @property {Fault | undefined} [fault]
 * @property {LogEntry} [entry]
 * @property {AbortSignal} [dropped]  aborts when the realm breaks its open connections
 */

export {};
