/** Managed policies, inline policies and permissions boundaries of users, groups and roles. */
@NullMarked
package io.vpclocal.identity.iam.attachment;

import org.jspecify.annotations.NullMarked;
