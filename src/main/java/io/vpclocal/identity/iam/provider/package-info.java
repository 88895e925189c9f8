/** Identity providers, whose users assume roles: OpenID Connect and SAML. */
@NullMarked
package io.vpclocal.identity.iam.provider;

import org.jspecify.annotations.NullMarked;
