/** Virtual MFA devices with their time-based one-time passwords. */
@NullMarked
package io.vpclocal.identity.iam.mfa;

import org.jspecify.annotations.NullMarked;
