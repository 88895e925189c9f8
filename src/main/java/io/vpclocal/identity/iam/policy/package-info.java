/** Managed policies of an account and of AWS with their versions, and what users, groups and roles share as holders of policies. */
@NullMarked
package io.vpclocal.identity.iam.policy;

import org.jspecify.annotations.NullMarked;
