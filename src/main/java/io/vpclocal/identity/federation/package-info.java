/** Identities that other parties prove: tokens of OpenID Connect issuers and SAML assertions, and the local issuer. */
@NullMarked
package io.vpclocal.identity.federation;

import org.jspecify.annotations.NullMarked;
