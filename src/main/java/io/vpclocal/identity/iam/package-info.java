/** Owns users, groups, roles, policies, access keys and instance profiles, and the IAM API that changes them. */
@NullMarked
package io.vpclocal.identity.iam;

import org.jspecify.annotations.NullMarked;
