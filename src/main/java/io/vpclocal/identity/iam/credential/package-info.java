/** Further credentials of users: SSH public keys, signing certificates and service-specific credentials. */
@NullMarked
package io.vpclocal.identity.iam.credential;

import org.jspecify.annotations.NullMarked;
