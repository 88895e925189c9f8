/** Customer managed and AWS managed policies with their versions, and the base class of users, groups and roles. */
@NullMarked
package io.vpclocal.identity.iam.policy;

import org.jspecify.annotations.NullMarked;
