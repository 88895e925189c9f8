/** Tags of users, roles, policies and instance profiles. */
@NullMarked
package io.vpclocal.identity.iam.tag;

import org.jspecify.annotations.NullMarked;
