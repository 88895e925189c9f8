/** Roles with their trust policies, service-linked roles, and instance profiles. */
@NullMarked
package io.vpclocal.identity.iam.role;

import org.jspecify.annotations.NullMarked;
