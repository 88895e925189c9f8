/**
 * What users, groups, roles, policies and instance profiles share: names, paths, tags, the account, and IAM's
 * parameters, pages, limits and errors. Each kind has a subpackage.
 */
@NullMarked
package io.vpclocal.identity.iam;

import org.jspecify.annotations.NullMarked;
