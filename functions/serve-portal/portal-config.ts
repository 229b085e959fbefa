/** Where the page signs in and sends files; served as `config.json` beside it, so that the page is the same everywhere. */
export interface PortalConfig {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint: string;
  /** Where a refresh token is taken back, on the origin of the token endpoint. */
  revocation_endpoint: string;
  client_id: string;
  scope: string;
  /** How signing out is asked for: as OpenID Connect says, or as Cognito has it. */
  logout: 'oidc' | 'cognito';
  /** Where forms and files of evidence are posted to, and pictures of evidence come from. */
  raw_origin: string;
}
