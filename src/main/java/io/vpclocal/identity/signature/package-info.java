/**
 * Verification of credentials: Signature Version 4 and HTTP Basic, AWS's errors when verification fails, and the
 * encryption of secret access keys.
 */
@NullMarked
package io.vpclocal.identity.signature;

import org.jspecify.annotations.NullMarked;
